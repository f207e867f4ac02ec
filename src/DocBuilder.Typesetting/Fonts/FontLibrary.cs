using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>The fonts that a build can use: those that come with DocBuilder, and before them those that the user brings. Immutable, for all threads.</summary>
public sealed class FontLibrary
{
    private const int NormalWidth = 5;
    private const int RegularWeight = 400;
    private const string MathematicalFamily = "Noto Sans Math";

    internal FontLibrary(ImmutableArray<LibraryFace> faces) => Faces = faces;

    /// <summary>The fonts that come with DocBuilder. A face is opened when it is first asked for.</summary>
    public static FontLibrary Shipped { get; } = new(ShippedFonts.List());

    /// <summary>Every face, in the order of preference.</summary>
    public ImmutableArray<LibraryFace> Faces { get; }

    /// <summary>The face that formulas take their proportions and large signs from (OpenType 1.9, "MATH"); null when there is none that has them.</summary>
    public FontFace? Mathematical => Find(MathematicalFamily, RegularWeight, italic: false) is { } face && face.Tables.Has("MATH") ? face : null;

    /// <summary>A library that also knows the fonts in the user's folders (.ttf, .otf, .ttc, at any depth); they win over shipped ones of the same name.</summary>
    /// <param name="folders">The folders, the preferred first.</param>
    /// <param name="findings">What cannot be used, and why: broken files, fonts that forbid embedding, folders that cannot be read.</param>
    public FontLibrary With(IEnumerable<string> folders, out ImmutableArray<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var reader = new FontFolderReader();
        foreach (var folder in folders)
        {
            reader.Read(folder);
        }

        findings = [.. reader.Findings];
        return new FontLibrary([.. reader.Faces, .. Faces]);
    }

    /// <summary>Finds the face of a family that is nearest to what is wanted: of normal width if there is one, upright where there is no italic.</summary>
    /// <param name="family">The family's name, in any case.</param>
    /// <param name="weight">The weight, 1 to 1000. The choice is that of CSS Fonts 4, section 5.2.</param>
    /// <param name="italic">Whether it should be italic.</param>
    /// <returns>The face, the same object every time; null when there is no such family.</returns>
    public FontFace? Find(string family, int weight, bool italic)
    {
        var candidates = Faces
            .Where(face => string.Equals(face.Family, family, StringComparison.OrdinalIgnoreCase))
            .OrderBy(face => Math.Abs(face.WidthClass - NormalWidth))
            .ThenBy(face => face.IsItalic == italic ? 0 : 1)
            .ThenBy(face => DistanceInSearchOrder(weight, face.Weight));
        foreach (var candidate in candidates)
        {
            try
            {
                return candidate.Face;
            }
            catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // The user's file went away, or changed, after it was listed: the next best face stands in.
            }
        }

        return null;
    }

    // CSS Fonts 4, 5.2: from 400 to 500 first up to 500, then down, then up; below 400 first down, above 500 first up.
    private static int DistanceInSearchOrder(int wanted, int offered)
    {
        const int Behind = 1000;
        var distance = Math.Abs(offered - wanted);
        return wanted switch
        {
            >= 400 and <= 500 when offered >= wanted && offered <= 500 => distance,
            >= 400 and <= 500 when offered < wanted => Behind + distance,
            >= 400 and <= 500 => (2 * Behind) + distance,
            < 400 => offered <= wanted ? distance : Behind + distance,
            _ => offered >= wanted ? distance : Behind + distance,
        };
    }
}
