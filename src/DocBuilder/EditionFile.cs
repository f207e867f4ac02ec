using System.Buffers;
using System.Text;

namespace DocBuilder;

/// <summary>
/// An edition on its way to its file: written beside it under a hidden name, renamed into place when it is whole. Whatever happens before that leaves
/// nothing behind, also when the process is told to end.
/// </summary>
internal sealed class EditionFile : IDisposable
{
    // Longer names than this are refused by the file systems of Linux and macOS.
    private const int LongestNameInBytes = 255;

    private const string TemporaryMark = ".tmp-";

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdef");

    private readonly string _temporaryPath;
    private readonly FileStream _stream;
    private readonly HashedStream? _hashed;
    private bool _published;

    /// <summary>Opens the hidden file; the folder is made when it is missing.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="path">Where it will stand.</param>
    /// <param name="isHashed">Whether to know the hash of the file, without reading it again.</param>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    internal EditionFile(Edition edition, string path, bool isHashed = false)
    {
        Edition = edition;
        Path = path;
        if (Directory.Exists(path))
        {
            // Known now, not when the other edition already stands in its place. 21 is EISDIR.
            throw new IOException("A folder of that name stands there.", 21);
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        _temporaryPath = System.IO.Path.Combine(folder, TemporaryName(System.IO.Path.GetFileName(path)));
        _stream = new FileStream(_temporaryPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 64 * 1024);
        _hashed = isHashed ? new HashedStream(_stream) : null;
        AppDomain.CurrentDomain.ProcessExit += Discard;
    }

    /// <summary>The edition.</summary>
    internal Edition Edition { get; }

    /// <summary>Where it will stand.</summary>
    internal string Path { get; }

    /// <summary>What the edition is written to.</summary>
    internal Stream Stream => (Stream?)_hashed ?? _stream;

    /// <summary>What was written so far; null when it is not hashed.</summary>
    internal FileDigest? Digest => _hashed is null ? null : new FileDigest(_hashed.Length, Convert.ToHexStringLower(_hashed.CurrentHash()));

    /// <summary>Ends the writing; what is still in memory goes to the disk now, so a full disk is known before anything is renamed.</summary>
    internal void Complete() => _stream.Dispose();

    /// <summary>Puts the edition in its place, over an older one.</summary>
    internal void Publish()
    {
        File.Move(_temporaryPath, Path, overwrite: true);
        _published = true;
    }

    /// <summary>Removes what was written unless it was published.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Discard;
        try
        {
            _stream.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || IsSizeLimit(exception))
        {
            // The bytes that could not be written are about to be removed anyway.
        }

        Discard(this, EventArgs.Empty);
    }

    /// <summary>Whether writing a file ended at the size that the system allows: the framework answers EFBIG with an exception for wrong arguments.</summary>
    internal static bool IsSizeLimit(Exception exception) =>
        exception is ArgumentOutOfRangeException && exception.StackTrace is { } trace && trace.Contains("RandomAccess.Write", StringComparison.Ordinal);

    /// <summary>Whether a file is called as an unfinished edition is.</summary>
    internal static bool IsTemporary(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var end = name.LastIndexOf(TemporaryMark, StringComparison.Ordinal);
        return name.StartsWith('.') && end > 0 && name.Length == end + TemporaryMark.Length + 8 && name.AsSpan(end + TemporaryMark.Length).IndexOfAnyExcept(HexadecimalDigits) < 0;
    }

    private static string TemporaryName(string name)
    {
        var suffix = TemporaryMark + Random.Shared.GetHexString(8, lowercase: true);
        var full = "." + name + suffix;
        return Encoding.UTF8.GetByteCount(full) <= LongestNameInBytes ? full : ".docbuilder" + suffix;
    }

    private void Discard(object? sender, EventArgs e)
    {
        if (_published)
        {
            return;
        }

        try
        {
            File.Delete(_temporaryPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder went away or became read-only under us; there is nobody to tell, and nothing more to do.
        }
    }
}
