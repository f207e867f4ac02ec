using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Fonts;

/// <summary>Opens one font after the other, and writes down what is to be known of it.</summary>
internal sealed class FontCatalogueReader(CancellationToken cancellation)
{
    private readonly Theme _theme = PrintTheme.Default.Theme;
    private readonly List<Finding> _findings = [];

    internal FontCatalogue Read(IEnumerable<string> folders)
    {
        var library = FontLibrary.Shipped.With(folders, out var findings);
        _findings.AddRange(findings);
        var families = library.Faces
            // Themes ask for families in any case.
            .GroupBy(static face => (Name: face.Family.ToUpperInvariant(), face.IsShipped))
            .Select(faces => Describe([.. faces]))
            .Where(static family => family.Styles.Length > 0)
            .OrderBy(static family => family.Name, StringComparer.Ordinal)
            .ThenBy(static family => family.IsShipped);
        return new([.. families], [.. _findings]);
    }

    private FontFamily Describe(LibraryFace[] faces) =>
        new(faces[0].Family, faces[0].IsShipped, UsesOf(faces[0]),
        [
            .. faces.Select(Open).OfType<FontStyle>()
                .OrderBy(static style => style.Weight).ThenBy(static style => style.IsItalic).ThenBy(static style => style.WidthClass).ThenBy(static style => style.File, StringComparer.Ordinal),
        ]);

    private FontStyle? Open(LibraryFace listed)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var face = listed.Open();
            var coverage = FontCoverage.Of(face);
            return new()
            {
                Name = face.SubfamilyName,
                Weight = face.Weight,
                IsItalic = face.IsItalic,
                WidthClass = face.WidthClass,
                Version = face.Version,
                File = listed.IsShipped ? null : listed.Origin,
                CharacterCount = coverage.CharacterCount,
                Scripts = [.. coverage.Scripts.Select(Named)],
                License = face.License,
                LicenseUrl = face.LicenseUrl,
                Embedding = Embedding(face.EmbeddingRights),
            };
        }
        catch (InvalidDataException problem)
        {
            // The user's file changed, or went away, after it was listed.
            _findings.Add(FontFindings.Broken.Of(FindingArgument.Whole(listed.Origin), new FindingPhrase(problem.Message)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _findings.Add(FontFindings.Unreadable.Of(FindingArgument.Whole(listed.Origin)));
        }

        return null;
    }

    private static FontEmbedding Embedding(EmbeddingRights rights) => rights switch
    {
        EmbeddingRights.PreviewAndPrint => FontEmbedding.PreviewAndPrint,
        EmbeddingRights.Editable => FontEmbedding.Editable,
        _ => FontEmbedding.Installable,
    };

    private ImmutableArray<FontUse> UsesOf(LibraryFace face)
    {
        var uses = new List<FontUse>();
        foreach (var row in _theme.Scripts)
        {
            Add(row.Families, FontPlace.Text, row.Script == Script.Common ? null : Named(row.Script), row.Language);
        }

        Add(_theme.CodeFamilies, FontPlace.Code);
        Add(_theme.FallbackFamilies, FontPlace.Fallback);
        if (uses.Count == 0 && !face.IsShipped)
        {
            // The user's fonts come last unless the theme names them: they are there for what all others lack.
            uses.Add(new(FontPlace.Fallback, IsFirst: false));
        }

        return [.. uses.OrderByDescending(static use => use.IsFirst)];

        void Add(ImmutableArray<string> families, FontPlace place, FontScript? script = null, string? language = null)
        {
            var index = families.IndexOf(face.Family, StringComparer.OrdinalIgnoreCase);
            if (index >= 0)
            {
                uses.Add(new(place, index == 0) { Script = script, Language = language });
            }
        }
    }

    /// <summary>A script by code, and by name: the enum's, whose words begin with capitals and join (UAX #44, UAX44-LM3, takes no notice of what stands between them).</summary>
    private static FontScript Named(Script script) =>
        new(script.ToIso15924(), string.Concat(script.ToString().Select(static (letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $" {letter}" : $"{letter}")));
}
