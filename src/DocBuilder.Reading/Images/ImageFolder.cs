namespace DocBuilder.Reading.Images;

/// <summary>Finds pictures in the article's folder, and nowhere else: links are followed before it is decided where a file lies.</summary>
internal sealed class ImageFolder
{
    private readonly string? _root;

    public ImageFolder(string folder)
    {
        try
        {
            _root = RealPath(Path.GetFullPath(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _root = null;
        }
    }

    /// <summary>What became of an address.</summary>
    public enum Answer
    {
        Found,
        Missing,
        Outside,
    }

    /// <summary>The file that a relative address names.</summary>
    public Answer Find(string address, out string path)
    {
        path = "";
        if (_root is null)
        {
            return Answer.Missing;
        }

        var end = address.AsSpan().IndexOfAny("?#");
        var written = end < 0 ? address : address[..end];
        var answer = FindExactly(Unescape(written), out path);
        // A name may hold "%" or "?" itself.
        return answer == Answer.Missing && FindExactly(address, out path) == Answer.Found ? Answer.Found : answer;
    }

    private Answer FindExactly(string relative, out string path)
    {
        path = "";
        relative = relative.Trim().Replace('\\', '/');
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal))
        {
            return Answer.Missing;
        }

        if (relative[0] == '/' || relative.Contains(':', StringComparison.Ordinal))
        {
            return Answer.Outside;
        }

        try
        {
            var full = Path.GetFullPath(relative, _root!);
            if (!IsInside(full))
            {
                return Answer.Outside;
            }

            // A device, a pipe or a folder is no picture.
            if (!File.Exists(full) || (File.GetAttributes(full) & (FileAttributes.Directory | FileAttributes.Device)) != 0)
            {
                return Answer.Missing;
            }

            path = RealPath(full);
            return IsInside(path) ? Answer.Found : Answer.Outside;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Answer.Missing;
        }
    }

    private bool IsInside(string full) =>
        full.StartsWith(_root!.EndsWith(Path.DirectorySeparatorChar) ? _root : _root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every symbolic link in it followed.</summary>
    private static string RealPath(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var real = Path.GetPathRoot(path) ?? "/";
        var first = OperatingSystem.IsWindows() ? 1 : 0;
        for (var i = first; i < parts.Length; i++)
        {
            real = Path.Combine(real, parts[i]);
            FileSystemInfo info = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                // The target's own folders may be links again.
                real = target.FullName == path ? target.FullName : RealPath(target.FullName);
            }
        }

        return real;
    }

    private static string Unescape(string address)
    {
        try
        {
            return Uri.UnescapeDataString(address);
        }
        catch (UriFormatException)
        {
            return address;
        }
    }
}
