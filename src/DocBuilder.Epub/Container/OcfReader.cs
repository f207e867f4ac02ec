using System.IO.Compression;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub.Inspection;

namespace DocBuilder.Epub.Container;

/// <summary>
/// Reads the files of somebody's book (EPUB 3.3, 4: OCF). Everything stays in memory and nothing is ever written; names that lead out of the book are
/// told and not followed; sizes are counted while reading, whatever the archive says of them.
/// </summary>
internal sealed class OcfReader : IDisposable
{
    private const string MediaType = "application/epub+zip";

    private readonly ZipArchive _archive;
    private readonly Limits _limits;
    private readonly List<Finding> _findings;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private long _decoded;

    private OcfReader(ZipArchive archive, Limits limits, List<Finding> findings, CancellationToken cancellation)
    {
        (_archive, _limits, _findings, _cancellation) = (archive, limits, findings, cancellation);
        foreach (var entry in archive.Entries)
        {
            if (IsInside(entry.FullName))
            {
                _entries.TryAdd(entry.FullName, entry);
            }
            else
            {
                Tell(EpubInspectionFindings.NameLeadsOut(entry.FullName));
            }
        }
    }

    /// <summary>Opens a book.</summary>
    /// <returns>Null when it is no ZIP archive, or one without its directory.</returns>
    public static OcfReader? Open(byte[] bytes, Limits limits, List<Finding> findings, CancellationToken cancellation)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            return new OcfReader(archive, limits, findings, cancellation);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            archive?.Dispose();
            return null;
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Tells what is wrong with the first entry, which says what the file is (4.2.2).</summary>
    public void CheckMediaType()
    {
        if (_archive.Entries is not [{ FullName: "mimetype" }, ..])
        {
            Tell(EpubInspectionFindings.MediaTypeNotFirst());
        }

        if (_entries.ContainsKey("mimetype") && Read("mimetype") is { } said && Encoding.UTF8.GetString(said) is var type && type != MediaType)
        {
            Tell(EpubInspectionFindings.MediaTypeWrong(type));
        }
    }

    /// <summary>Whether there is a file of this name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>The names of all files.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>A file's bytes.</summary>
    /// <returns>Null, after a finding, when it is missing, broken or too large.</returns>
    public byte[]? Read(string name)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!_entries.TryGetValue(name, out var entry))
        {
            Tell(EpubInspectionFindings.Missing(name));
            return null;
        }

        try
        {
            using var content = entry.Open();
            return Read(content, name);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            Tell(EpubInspectionFindings.CannotBeUnpacked(name));
            return null;
        }
    }

    private byte[]? Read(Stream content, string name)
    {
        using var bytes = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = content.Read(block)) > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            _decoded += read;
            if (bytes.Length + read > _limits.DecodedStreamBytes || _decoded > _limits.DecodedBytes)
            {
                Tell(EpubInspectionFindings.TooLarge(name, Math.Min(_limits.DecodedStreamBytes, _limits.DecodedBytes)));
                return null;
            }

            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }

    private void Tell(Finding finding)
    {
        if (_findings.Count < EpubInspectionFindings.Most)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Relative paths with forward slashes, without a step up (4.2.3).</summary>
    private static bool IsInside(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !(name is [_, ':', ..] && char.IsAsciiLetter(name[0])) && !name.Split('/').Contains("..");

    private static bool IsFault(Exception exception) => exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or UnauthorizedAccessException;
}
