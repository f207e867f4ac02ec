using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Looks through the user's folders for fonts, and tells what it could not use.</summary>
internal sealed class FontFolderReader
{
    // A folder of fonts, not a disk: whoever names "/" gets an answer, not a hang.
    private const int MostFiles = 10_000;
    private const int MostFolders = 10_000;

    // The largest fonts there are, pan-CJK collections, have under 200 MB.
    private const long MostBytes = 256L * 1024 * 1024;

    // As many as real collections hold, several times over.
    private const int MostFacesInFile = 256;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public List<LibraryFace> Faces { get; } = [];

    public List<Finding> Findings { get; } = [];

    public void Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Findings.Add(FontFindings.FolderNotFound.Of(FindingArgument.Whole(folder)));
            return;
        }

        foreach (var file in FontFiles(folder))
        {
            ReadFile(file);
        }
    }

    // A folder is walked once however many links lead to it, which also ends every loop of links.
    private List<string> FontFiles(string root)
    {
        var files = new List<string>();
        var open = new Queue<string>([root]);
        while (open.TryDequeue(out var folder))
        {
            try
            {
                if (!_seen.Add(RealPath(new DirectoryInfo(folder))))
                {
                    continue;
                }

                files.AddRange(Directory.EnumerateFiles(folder).Where(IsFont).Take(MostFiles + 1 - files.Count));
                foreach (var child in Directory.EnumerateDirectories(folder).Take(MostFolders + 1 - open.Count).Order(StringComparer.Ordinal))
                {
                    open.Enqueue(child);
                }

                if (files.Count > MostFiles || _seen.Count + open.Count > MostFolders)
                {
                    Findings.Add(FontFindings.TooMany.Of(FindingArgument.Whole(root), MostFiles.ToString(CultureInfo.InvariantCulture)));
                    break;
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                Findings.Add(FontFindings.FolderUnreadable.Of(FindingArgument.Whole(folder)));
            }
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count > MostFiles ? files[..MostFiles] : files;
    }

    private void ReadFile(string file)
    {
        try
        {
            var bytes = ReadBytes(file);
            var count = Math.Min(Sfnt.FaceCount(bytes), MostFacesInFile);
            if (count == 0)
            {
                throw new InvalidDataException("it is not a TrueType or OpenType font");
            }

            for (var index = 0; index < count; index++)
            {
                using var face = FontFace.Read(bytes, index);
                Add(face, file, index);
            }
        }
        catch (InvalidDataException problem)
        {
            Findings.Add(FontFindings.Broken.Of(FindingArgument.Whole(file), new FindingPhrase(problem.Message)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Findings.Add(FontFindings.Unreadable.Of(FindingArgument.Whole(file)));
        }
    }

    private void Add(FontFace face, string file, int index)
    {
        if (!face.IsEmbeddable)
        {
            Findings.Add(FontFindings.Restricted.Of(face.ToString(), FindingArgument.Whole(file)));
            return;
        }

        Faces.Add(new LibraryFace(face.FamilyName, face.Weight, face.WidthClass, face.IsItalic, file, isShipped: false, () => FontFace.Read(ReadBytes(file), index)));
    }

    private static byte[] ReadBytes(string file)
    {
        // Pipes and devices say 0 too; to open one could mean to wait for ever.
        var info = new FileInfo(file);
        var length = ((FileInfo?)info.ResolveLinkTarget(returnFinalTarget: true) ?? info).Length;
        if (length is 0 or > MostBytes)
        {
            throw new InvalidDataException(length == 0 ? "it is empty" : $"it is larger than {MostBytes / (1024 * 1024)} MB");
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool IsFont(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC" or ".OTC";

    private static string RealPath(DirectoryInfo folder) => (folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName;
}
