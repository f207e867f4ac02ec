using System.Collections.Immutable;
using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Labels;

/// <summary>
/// Sets the words of drawings with the fonts of a theme, bidi and shaping as in the text around them. A drawing says itself where its words stand and how
/// large they are: nothing is broken into lines here, justified or scaled.
/// </summary>
/// <param name="theme">Whose families are used where the drawing names none that is there.</param>
/// <param name="fonts">The fonts.</param>
/// <remarks>One for a document and a thread.</remarks>
public sealed class LabelSetter(Theme theme, FontLibrary fonts) : IDisposable
{
    private readonly Dictionary<string, (Shaper Shaper, bool IsCode)> _shapers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets a label.</summary>
    /// <param name="label">The label.</param>
    /// <returns>Its runs from left to right.</returns>
    public ImmutableArray<LabelRun> Set(Label label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var (shaper, isCode) = ShaperFor(label.Families);
        var shaped = shaper.Shape(TextOf(label, isCode), static _ => 0);
        var runs = ImmutableArray.CreateBuilder<LabelRun>();
        foreach (var visual in BidiAlgorithm.VisualRuns(shaped.Levels))
        {
            var parts = shaped.Runs.Where(run => run.Start >= visual.Start && run.End <= visual.Start + visual.Length && run.Face is not null);
            foreach (var run in (visual.Level & 1) == 1 ? parts.Reverse() : parts)
            {
                var glyphs = run.Glyphs.ToArray().Select(static glyph => new Glyph(glyph.Id, glyph.Cluster, glyph.Advance, glyph.XOffset, glyph.YOffset));
                runs.Add(new LabelRun(run.Segment.OwnerStart, run.Face!, run.Size, run.Level, [.. glyphs]));
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>Frees what shaping needed.</summary>
    public void Dispose()
    {
        foreach (var (shaper, _) in _shapers.Values)
        {
            shaper.Dispose();
        }
    }

    private static StyledText TextOf(Label label, bool isCode)
    {
        var text = new StringBuilder();
        var segments = new List<TextSegment>();
        for (var i = 0; i < label.Spans.Length; i++)
        {
            var span = label.Spans[i];
            var style = new TextStyle { Size = span.Size, Color = default, IsBold = span.IsBold, IsEmphasized = span.IsItalic, IsCode = isCode };
            // The place in the owner's text is of no use here: it tells the span.
            segments.Add(new TextSegment(text.Length, span.Text.Length, SegmentKind.Text, default, i, label.Language, style, null));
            text.Append(span.Text);
        }

        return new StyledText(text.ToString(), segments, [], label.Direction);
    }

    private (Shaper Shaper, bool IsCode) ShaperFor(ImmutableArray<string> families)
    {
        var key = string.Join(',', families);
        if (!_shapers.TryGetValue(key, out var shaper))
        {
            var labelTheme = LabelFamilies.Choose(families, theme, fonts, out var isCode);
            _shapers.Add(key, shaper = (new Shaper(new FontSelection(labelTheme, fonts)), isCode));
        }

        return shaper;
    }
}
