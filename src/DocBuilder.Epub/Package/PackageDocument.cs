using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Epub.Package;

/// <summary>A row of the manifest (EPUB 3.3, 5.6.2).</summary>
/// <param name="Id">The identifier in the package.</param>
/// <param name="Address">The path in the content folder.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Properties">Properties such as <c>nav</c>, <c>mathml</c>; empty when there are none.</param>
/// <param name="IsInSpine">Whether it is read in its turn.</param>
internal sealed record ManifestItem(string Id, string Address, string MediaType, string Properties = "", bool IsInSpine = false);

/// <summary>The package document (EPUB 3.3, 5): metadata, manifest, spine.</summary>
internal sealed class PackageDocument(Edition edition, EpubOptions options)
{
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string Dc = "http://purl.org/dc/elements/1.1/";

    private readonly Document document = edition.Document;

    /// <summary>Writes it.</summary>
    /// <param name="items">The manifest, spine items in reading order.</param>
    /// <param name="ncxId">The manifest's identifier of the NCX.</param>
    /// <param name="output">Where to; stays open.</param>
    public void Write(ImmutableArray<ManifestItem> items, string ncxId, Stream output)
    {
        var settings = XhtmlWriter.Settings.Clone();
        settings.Indent = true;
        settings.IndentChars = "  ";
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("package", Opf);
        xml.WriteAttributeString("version", "3.0");
        xml.WriteAttributeString("unique-identifier", "identifier");
        xml.WriteAttributeString("xml", "lang", null, LanguageTag.Checked(document.Language));
        xml.WriteAttributeString("dir", XhtmlWriter.Value(document.Direction));
        xml.WriteAttributeString("prefix", "schema: http://schema.org/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#");
        WriteMetadata(xml, items);
        WriteManifest(xml, items);
        WriteSpine(xml, items, ncxId);
        xml.WriteEndDocument();
    }

    private void WriteMetadata(XmlWriter xml, ImmutableArray<ManifestItem> items)
    {
        var metadata = document.Metadata;
        xml.WriteStartElement("metadata", Opf);
        xml.WriteAttributeString("xmlns", "dc", null, Dc);
        xml.WriteStartElement("identifier", Dc);
        xml.WriteAttributeString("id", "identifier");
        xml.WriteString(options.Identifier);
        xml.WriteEndElement();
        var title = document.Blocks.FirstOrDefault() as Heading;
        WriteText(xml, "title", metadata.Title, title?.Language ?? document.Language);
        foreach (var language in Languages.Of(document))
        {
            xml.WriteElementString("language", Dc, language);
        }

        WriteCreators(xml, metadata.Authors);
        WriteText(xml, "publisher", metadata.Publisher, document.Language);
        if (metadata.Published is { } published)
        {
            xml.WriteElementString("date", Dc, MachineTime.Day(published));
        }

        WriteText(xml, "description", metadata.Description, document.Language);
        foreach (var keyword in metadata.Keywords)
        {
            WriteText(xml, "subject", keyword, document.Language);
        }

        WriteText(xml, "rights", metadata.Rights, document.Language);
        if (!string.IsNullOrWhiteSpace(metadata.SourceUrl))
        {
            xml.WriteElementString("source", Dc, PlainText.Fold(metadata.SourceUrl));
        }

        WriteMeta(xml, "dcterms:modified", options.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteAccessibility(xml);
        WriteCoverForOldReaders(xml, items);
        xml.WriteEndElement();
    }

    private void WriteCreators(XmlWriter xml, ImmutableArray<string> authors)
    {
        var number = 0;
        foreach (var author in authors)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"creator-{++number}");
            if (WriteText(xml, "creator", author, document.Language, id))
            {
                xml.WriteStartElement("meta", Opf);
                xml.WriteAttributeString("refines", "#" + id);
                xml.WriteAttributeString("property", "role");
                xml.WriteAttributeString("scheme", "marc:relators");
                xml.WriteString("aut");
                xml.WriteEndElement();
            }
        }
    }

    /// <summary>Writes a Dublin Core element with the direction of its own words, unless there is nothing to say.</summary>
    private bool WriteText(XmlWriter xml, string name, string? value, string language, string? id = null)
    {
        var text = PlainText.Fold(value ?? "");
        if (text.Length == 0)
        {
            return false;
        }

        xml.WriteStartElement(name, Dc);
        if (id is not null)
        {
            xml.WriteAttributeString("id", id);
        }

        var direction = DirectionOf(text, document.Direction);
        xml.WriteAttributeString("dir", XhtmlWriter.Value(direction));
        // A Latin name in an Arabic article: whose language it is, nobody said.
        xml.WriteAttributeString("xml", "lang", null, direction == document.Direction ? LanguageTag.Checked(language) : LanguageTag.Undetermined);
        xml.WriteString(text);
        xml.WriteEndElement();
        return true;
    }

    /// <summary>The direction of a line of metadata (UAX #9 P2 and P3).</summary>
    private static TextDirection DirectionOf(string text, TextDirection fallback) => BidiAlgorithm.FirstStrongLevel(text) switch
    {
        0 => TextDirection.LeftToRight,
        1 => TextDirection.RightToLeft,
        _ => fallback,
    };

    private void WriteAccessibility(XmlWriter xml)
    {
        var accessibility = AccessibilityMetadata.Of(edition, options.Certification is not null);
        foreach (var mode in accessibility.AccessModes)
        {
            WriteMeta(xml, "schema:accessMode", mode);
        }

        foreach (var modes in accessibility.SufficientModes)
        {
            WriteMeta(xml, "schema:accessModeSufficient", modes);
        }

        foreach (var feature in accessibility.Features)
        {
            WriteMeta(xml, "schema:accessibilityFeature", feature);
        }

        WriteMeta(xml, "schema:accessibilityHazard", accessibility.Hazard);
        xml.WriteStartElement("meta", Opf);
        xml.WriteAttributeString("property", "schema:accessibilitySummary");
        xml.WriteAttributeString("xml", "lang", null, edition.Phrases.Language);
        xml.WriteAttributeString("dir", XhtmlWriter.Value(edition.Phrases.Direction));
        xml.WriteString(accessibility.Summary);
        xml.WriteEndElement();
        if (edition.Pages is { Entries.Count: > 0 } pages)
        {
            WriteMeta(xml, "pageBreakSource", pages.Source);
        }

        if (options.Certification is { } certification)
        {
            if (accessibility.IsDescribed)
            {
                WriteCertification(xml, certification);
            }
            else
            {
                edition.Findings.Add(EpubFindings.CertificationLeftOut.At(document.Position, certification.By));
            }
        }
    }

    /// <summary>What a person says of the book (EPUB Accessibility 1.1, 3.3 and 3.4).</summary>
    private static void WriteCertification(XmlWriter xml, AccessibilityClaim certification)
    {
        WriteMeta(xml, "dcterms:conformsTo", certification.Claim, "conformance");
        WriteMeta(xml, "a11y:certifiedBy", certification.By, "certifier", "#conformance");
        if (!string.IsNullOrWhiteSpace(certification.Credential))
        {
            WriteMeta(xml, "a11y:certifierCredential", certification.Credential, refines: "#certifier");
        }

        if (certification.Report is not null && Address.Normalize(certification.Report) is { } report)
        {
            xml.WriteStartElement("link", Opf);
            xml.WriteAttributeString("rel", "a11y:certifierReport");
            xml.WriteAttributeString("refines", "#certifier");
            xml.WriteAttributeString("href", report);
            xml.WriteEndElement();
        }
    }

    private static void WriteMeta(XmlWriter xml, string property, string value, string? id = null, string? refines = null)
    {
        xml.WriteStartElement("meta", Opf);
        xml.WriteAttributeString("property", property);
        if (id is not null)
        {
            xml.WriteAttributeString("id", id);
        }

        if (refines is not null)
        {
            xml.WriteAttributeString("refines", refines);
        }

        xml.WriteString(value);
        xml.WriteEndElement();
    }

    // OPF 2.0.1 has no property for it; shelves that know no other still look for this.
    private static void WriteCoverForOldReaders(XmlWriter xml, ImmutableArray<ManifestItem> items)
    {
        foreach (var item in items.Where(static item => item.Properties == EpubWriter.CoverImage))
        {
            xml.WriteStartElement("meta", Opf);
            xml.WriteAttributeString("name", "cover");
            xml.WriteAttributeString("content", item.Id);
            xml.WriteEndElement();
        }
    }

    private static void WriteManifest(XmlWriter xml, ImmutableArray<ManifestItem> items)
    {
        xml.WriteStartElement("manifest", Opf);
        foreach (var item in items)
        {
            xml.WriteStartElement("item", Opf);
            xml.WriteAttributeString("id", item.Id);
            xml.WriteAttributeString("href", item.Address);
            xml.WriteAttributeString("media-type", item.MediaType);
            if (item.Properties.Length > 0)
            {
                xml.WriteAttributeString("properties", item.Properties);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteSpine(XmlWriter xml, ImmutableArray<ManifestItem> items, string ncxId)
    {
        xml.WriteStartElement("spine", Opf);
        xml.WriteAttributeString("toc", ncxId);
        xml.WriteAttributeString("page-progression-direction", XhtmlWriter.Value(document.Direction));
        foreach (var item in items)
        {
            if (item.IsInSpine)
            {
                xml.WriteStartElement("itemref", Opf);
                xml.WriteAttributeString("idref", item.Id);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }
}
