using System.Collections.Immutable;
using System.Xml;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;
using DocBuilder.Epub.Container;

namespace DocBuilder.Epub.Inspection;

/// <summary>Finds in any EPUB, of version 3 or 2, what assistive technology finds there: its documents in the order of the spine, and what leads through them.</summary>
public sealed class EpubInspector
{
    private const string EncryptionFile = "META-INF/encryption.xml";

    private readonly Limits _limits;

    /// <summary>Makes an inspector, which may serve many threads.</summary>
    /// <param name="limits">What one book may ask of the machine.</param>
    public EpubInspector(Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
    }

    /// <summary>Whether the bytes begin as a ZIP archive does.</summary>
    public static bool Claims(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Reads a book.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="findings">What is wrong with it, a sentence each.</param>
    /// <param name="cancellation">Ends the work, between one element and the next.</param>
    /// <returns>What is announced; null when the last finding is fatal.</returns>
    public InspectedEdition? Read(byte[] bytes, out ImmutableArray<Finding> findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var found = new List<Finding>();
        InspectedEdition? edition = null;
        using (var container = OcfReader.Open(bytes, _limits, found, cancellation))
        {
            if (container is null)
            {
                found.Add(EpubInspectionFindings.Broken());
            }
            else
            {
                container.CheckMediaType();
                if (new PackageReader(container, found).Read() is { } package)
                {
                    edition = Read(container, package, found, cancellation);
                }
            }
        }

        findings = [.. found.Distinct()];
        return edition;
    }

    private InspectedEdition? Read(OcfReader container, BookPackage package, List<Finding> findings, CancellationToken cancellation)
    {
        var builder = new AnnouncementTreeBuilder(_limits);
        var announcer = new XhtmlAnnouncer(builder, cancellation);
        var read = 0;
        foreach (var item in package.Spine)
        {
            read += Read(container, item, announcer, findings) ? 1 : 0;
        }

        if (read == 0)
        {
            findings.Add(IsProtected(container, package) ? EpubInspectionFindings.Protected() : EpubInspectionFindings.NothingToRead());
            return null;
        }

        var navigation = Navigation(container, package, announcer.Links, findings);
        Follow(container, announcer, findings);
        var edition = new InspectedEdition(EditionFormat.Epub, package.Version)
        {
            Title = package.Title,
            Language = package.Language,
            IsTagged = true,
            Pages = navigation.Pages.Length > 0 ? navigation.Pages : [.. announcer.Pages],
            Navigation = navigation.Contents,
            Contents = builder.Finish(),
        };
        Judge(edition, builder, findings);
        return edition;
    }

    /// <returns>Whether anything of it was read.</returns>
    private static bool Read(OcfReader container, ManifestItem item, XhtmlAnnouncer announcer, List<Finding> findings)
    {
        if (item.MediaType is not ("application/xhtml+xml" or "text/html" or "application/x-dtbook+xml" or "text/x-oeb1-document" or "image/svg+xml"))
        {
            Tell(findings, EpubInspectionFindings.NotText(item.File, item.MediaType));
            return false;
        }

        if (container.Read(item.File) is not { } bytes)
        {
            return false;
        }

        var unknown = new List<string>();
        using var reader = LenientXml.Open(bytes, unknown);
        if (unknown.Count > 0)
        {
            Tell(findings, EpubInspectionFindings.UnknownEntity(item.File, unknown[0]));
        }

        try
        {
            announcer.Read(reader, item.File);
            return true;
        }
        catch (XmlException exception)
        {
            Tell(findings, EpubInspectionFindings.NotWellFormed(item.File, exception.LineNumber));
            // From the first line on it is no document at all.
            return exception.LineNumber > 1 || exception.LinePosition > 1;
        }
    }

    private static BookNavigation Navigation(OcfReader container, BookPackage package, List<InnerLink> links, List<Finding> findings)
    {
        if (package.Navigation is null && (package.Version.StartsWith('3') || package.Ncx is null))
        {
            findings.Add(EpubInspectionFindings.NoNavigation());
        }

        var file = (package.Navigation ?? package.Ncx)?.File;
        return file is null ? BookNavigation.None : new NavigationReader(container).Read(file, links);
    }

    /// <summary>Tells of links that lead nowhere or out of the book.</summary>
    private static void Follow(OcfReader container, XhtmlAnnouncer announcer, List<Finding> findings)
    {
        foreach (var (by, address) in announcer.Links.Distinct())
        {
            if (BookPath.Resolve(by, address) is not { } target)
            {
                Tell(findings, EpubInspectionFindings.AddressLeadsOut(address, by));
            }
            else if (!container.Has(target.File) || (target.Place.Length > 0 && announcer.Ids.TryGetValue(target.File, out var ids) && !ids.Contains(target.Place)))
            {
                Tell(findings, EpubInspectionFindings.DeadLink(address, by));
            }
        }
    }

    /// <summary>Whether texts are encrypted; fonts may be, which is no protection (EPUB 3.3, 4.3).</summary>
    private static bool IsProtected(OcfReader container, BookPackage package) =>
        container.Has(EncryptionFile) && container.Read(EncryptionFile) is { } encryption
        && package.Spine.Any(item => encryption.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(item.File)) >= 0);

    private void Judge(InspectedEdition edition, AnnouncementTreeBuilder builder, List<Finding> findings)
    {
        if (builder.WasTooDeep)
        {
            findings.Add(EpubInspectionFindings.TooDeep(_limits.Depth));
        }

        if (builder.IsFull)
        {
            findings.Add(EpubInspectionFindings.TooMany(_limits.Nodes));
        }

        if (edition.Language is null)
        {
            findings.Add(EpubInspectionFindings.NoLanguage());
        }

        if (edition.Title is null)
        {
            findings.Add(EpubInspectionFindings.NoTitle());
        }
    }

    private static void Tell(List<Finding> findings, Finding finding)
    {
        if (findings.Count < EpubInspectionFindings.Most)
        {
            findings.Add(finding);
        }
    }
}
