using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The second step: cuts a paragraph where the segment, the level, the script or the face changes.</summary>
internal sealed class Itemizer(FontSelection fonts)
{
    private readonly List<TextItem> _items = [];

    /// <summary>The items in logical order, controls left out; valid until the next paragraph is itemised.</summary>
    public List<TextItem> Itemize(StyledText source, ReadOnlySpan<byte> levels)
    {
        var text = source.Text.AsSpan();
        var items = _items;
        items.Clear();
        var scripts = ScriptRuns.Resolve(text);
        var scriptIndex = 0;
        var lastOwn = Script.Common;
        foreach (var segment in source.Segments)
        {
            if (segment.Kind == SegmentKind.Control)
            {
                continue;
            }

            for (var start = segment.Start; start < segment.End;)
            {
                while (scripts[scriptIndex].Start + scripts[scriptIndex].Length <= start)
                {
                    scriptIndex++;
                }

                var script = scripts[scriptIndex];
                var end = Math.Min(segment.End, script.Start + script.Length);
                end = start + LevelLength(levels[start..end]);
                if (segment.Kind is SegmentKind.Image or SegmentKind.Formula or SegmentKind.Gap)
                {
                    items.Add(new TextItem(segment, start, end - start, levels[start], script.Script, null));
                }
                else
                {
                    AddByScript(items, text, segment, start, end, levels[start], script.Script, ref lastOwn);
                }

                start = end;
            }
        }

        return items;
    }

    private static int LevelLength(ReadOnlySpan<byte> levels)
    {
        var length = levels.IndexOfAnyExcept(levels[0]);
        return length < 0 ? levels.Length : length;
    }

    /// <summary>
    /// Punctuation and spaces that run against the script they were resolved to belong to the text around: the full stop after an Arabic
    /// quotation in an English sentence is an English one. Digits look like the last word before them.
    /// </summary>
    private void AddByScript(List<TextItem> items, ReadOnlySpan<char> text, TextSegment segment, int start, int end, byte level, Script script, ref Script lastOwn)
    {
        var runsAgainst = (level & 1) == 1 ? script is not (Script.Arabic or Script.Hebrew) : script is Script.Arabic or Script.Hebrew;
        var partStart = start;
        var partScript = Script.Common;
        for (int i = start, length; i < end; i += length)
        {
            if ((i == partStart || partScript == script) && (length = LengthOf(script, text[i..end], withSpaces: !runsAgainst, ref lastOwn)) > 0)
            {
                partScript = script;
                continue;
            }

            length = GraphemeClusters.Next(text[i..end], 0);
            Rune.DecodeFromUtf16(text[i..end], out var first, out _);
            var effective = script;
            if (UnicodeProperties.Script(first.Value) != Script.Common)
            {
                lastOwn = script;
            }
            else if (UnicodeProperties.GeneralCategory(first.Value) is GeneralCategory.DecimalNumber || IsNumberSign(first.Value))
            {
                effective = lastOwn == Script.Common ? script : lastOwn;
            }
            else if (runsAgainst)
            {
                effective = Script.Common;
            }

            if (i > partStart && effective != partScript)
            {
                AddByFace(items, text, segment, partStart, i, level, partScript);
                partStart = i;
            }

            partScript = effective;
        }

        AddByFace(items, text, segment, partStart, end, level, partScript);
    }

    /// <summary>How many characters follow that look like the script without being looked up: its own letters, and spaces that do not run against it.</summary>
    private static int LengthOf(Script script, ReadOnlySpan<char> text, bool withSpaces, ref Script lastOwn)
    {
        if (script is not (Script.Arabic or Script.Latin))
        {
            return 0;
        }

        var length = 0;
        for (; length < text.Length; length++)
        {
            if (script == Script.Arabic ? ArabicLetters.IsBasic(text[length]) : char.IsAsciiLetter(text[length]))
            {
                lastOwn = script;
            }
            else if (!withSpaces || text[length] != ' ')
            {
                break;
            }
        }

        return GraphemeClusters.WholeOf(text, length);
    }

    /// <summary>Signs that stand before a number and are drawn around or under it (Prepended_Concatenation_Mark): one item with its digits.</summary>
    private static bool IsNumberSign(int character) => character is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x0890 or 0x0891 or 0x08E2;

    /// <summary>Falls back by grapheme cluster, never inside one.</summary>
    private void AddByFace(List<TextItem> items, ReadOnlySpan<char> text, TextSegment segment, int start, int end, byte level, Script script)
    {
        var choice = fonts.For(script, segment.Language, segment.Style);
        var itemStart = start;
        FontFace? face = null;
        for (var i = start; i < end;)
        {
            if (ReferenceEquals(face, choice.Primary))
            {
                i += LengthIn(face, text[i..end]);
                if (i == end)
                {
                    break;
                }
            }

            var next = Math.Min(end, i + GraphemeClusters.Next(text[i..end], 0));
            // A space between two words of one face is that face's: a word more is not a reason to shape anew.
            var clusterFace = text[i] == ' ' && IsFaceOf(text[next..end], choice, face) ? face : choice.FaceFor(text[i..next]);
            if (i > itemStart && !ReferenceEquals(clusterFace, face))
            {
                items.Add(new TextItem(segment, itemStart, i - itemStart, level, script, face));
                itemStart = i;
            }

            face = clusterFace;
            i = next;
        }

        items.Add(new TextItem(segment, itemStart, end - itemStart, level, script, face));
    }

    /// <summary>How many characters follow that are clusters of their own and have a glyph each.</summary>
    private static int LengthIn(FontFace face, ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && GraphemeClusters.IsPlain(text[length]) && face.GlyphFor(new Rune(text[length])) != 0)
        {
            length++;
        }

        return GraphemeClusters.WholeOf(text, length);
    }

    /// <summary>Whether the next word is drawn from a face that also has a space, of a width for words: that of emoji is as wide as they are.</summary>
    private static bool IsFaceOf(ReadOnlySpan<char> rest, FontChain choice, FontFace? face) =>
        face is not null && !rest.IsEmpty && rest[0] != ' ' && face.GlyphFor(new Rune(' ')) is var space and not 0 && face.AdvanceOf(space) * 2 <= face.UnitsPerEm
        && ReferenceEquals(choice.FaceFor(rest[..GraphemeClusters.Next(rest, 0)]), face);
}

/// <summary>A stretch of text to be shaped at once.</summary>
/// <param name="Segment">The segment it is part of.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Level">The embedding level.</param>
/// <param name="Script">The resolved script.</param>
/// <param name="Face">The face; null when no face has the characters, or for a picture.</param>
internal readonly record struct TextItem(TextSegment Segment, int Start, int Length, byte Level, Script Script, FontFace? Face);
