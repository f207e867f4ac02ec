using System.Text;
using DocBuilder.Typesetting.Unicode;
using UglyToad.PdfPig.Content;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Makes text of letters that are drawn: lines by their height, each from visual to logical order, words apart where there is room between them.</summary>
internal static class DrawnText
{
    /// <summary>Where a word is parted at the end of a line.</summary>
    public const char SoftHyphen = '\u00AD';

    // Parts of the font size. Superscripts stay on their line; a space that is not written is a fourth of an em, and no letterspacing is so wide.
    private const double SameLine = 0.6, WordSpace = 0.22, ParagraphGap = 1.75;

    /// <summary>The text of letters that belong together, on one line.</summary>
    /// <param name="letters">Letters in the order in which they are drawn.</param>
    /// <param name="level">The direction of the paragraph as a level; null when only its letters can tell.</param>
    /// <param name="otherwise">The direction when they cannot.</param>
    /// <param name="before">What the paragraph said before them. They are added to it.</param>
    public static string Read(IEnumerable<Letter> letters, int? level, int otherwise, LinesBefore before)
    {
        var lines = Lines(letters);
        var direction = level ?? VisualOrder.Level(string.Concat(lines.SelectMany(line => line.Letters).Select(letter => letter.Value)), otherwise);
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Join(text, VisualOrder.ToLogical(line.Text(), direction, before));
        }

        return text.ToString();
    }

    /// <summary>Where the first and the last line of letters stand; null when there are none.</summary>
    public static (LineExtent First, LineExtent Last)? Extents(IEnumerable<Letter> letters)
    {
        var lines = Lines(letters);
        return lines.Count == 0 ? null : (lines[0].Extent, lines[^1].Extent);
    }

    /// <summary>The paragraphs of a page without structure, in the order in which they are drawn.</summary>
    public static IEnumerable<string> Paragraphs(IEnumerable<Letter> letters)
    {
        var paragraph = new List<Letter>();
        Line? before = null;
        foreach (var line in Lines(letters))
        {
            if (before is not null && !(before.Y - line.Y > 0 && before.Y - line.Y < ParagraphGap * Math.Max(line.Size, before.Size)))
            {
                yield return Read(paragraph, null, 0, new());
                paragraph.Clear();
            }

            paragraph.AddRange(line.Letters);
            before = line;
        }

        if (paragraph.Count > 0)
        {
            yield return Read(paragraph, null, 0, new());
        }
    }

    private static List<Line> Lines(IEnumerable<Letter> letters)
    {
        var lines = new List<Line>();
        Line? line = null;
        foreach (var letter in letters)
        {
            if (line is null || Math.Abs(line.Y - letter.StartBaseLine.Y) > SameLine * Math.Max(line.Size, letter.PointSize))
            {
                line = new(letter.StartBaseLine.Y);
                lines.Add(line);
            }

            line.Add(letter);
        }

        return lines;
    }

    /// <summary>A word that was parted at the end of a line is whole again; other lines are words apart.</summary>
    private static void Join(StringBuilder text, string line)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        if (end > 0 && text[end - 1] == SoftHyphen)
        {
            text.Length = end - 1;
        }
        else if (text.Length > 0 && text[end > 0 ? end - 1 : 0] is not ('-' or '\u2010'))
        {
            text.Length = end;
            text.Append(' ');
        }

        text.Append(line);
    }

    /// <summary>The room that a line takes, in points.</summary>
    internal readonly record struct LineExtent(double Y, double Size, double Left, double Right)
    {
        /// <summary>Whether what stands there is another word than what stands here: on another line, or with room between the two.</summary>
        public bool IsApart(LineExtent other)
        {
            var size = Math.Max(Size, other.Size);
            return Math.Abs(Y - other.Y) > SameLine * size || Math.Max(other.Left - Right, Left - other.Right) > WordSpace * size;
        }
    }

    private sealed class Line(double y)
    {
        public LineExtent Extent => new(Y, Size, Letters.Min(letter => letter.StartBaseLine.X), Letters.Max(letter => letter.EndBaseLine.X));

        public double Y { get; } = y;

        public double Size { get; private set; }

        public List<Letter> Letters { get; } = [];

        public void Add(Letter letter)
        {
            Letters.Add(letter);
            Size = Math.Max(Size, letter.PointSize);
        }

        /// <summary>The characters from left to right. What one operator shows stays in its order, unless it goes to the left.</summary>
        public string Text()
        {
            var shown = Letters.GroupBy(letter => letter.TextSequence).Select(run => FromTheLeft([.. run])).OrderBy(run => run[0].StartBaseLine.X);
            var text = new StringBuilder(Letters.Count);
            Letter? before = null;
            var end = 0.0;
            foreach (var letter in shown.SelectMany(run => run))
            {
                // A mark stands over or under a letter, wherever it was put down.
                if (before is not null && !IsMark(letter) && letter.StartBaseLine.X - end > WordSpace * Math.Max(letter.PointSize, before.PointSize)
                    && !IsSpace(before) && !IsSpace(letter))
                {
                    text.Append(' ');
                }

                text.Append(Readable(letter.Value));
                end = before is null ? letter.EndBaseLine.X : Math.Max(end, letter.EndBaseLine.X);
                before = letter;
            }

            return text.ToString();
        }

        private static Letter[] FromTheLeft(Letter[] run)
        {
            var backwards = 0;
            for (var i = 1; i < run.Length; i++)
            {
                backwards += Math.Sign(run[i - 1].StartBaseLine.X - run[i].StartBaseLine.X);
            }

            return backwards > 0 ? [.. run.OrderBy(letter => letter.StartBaseLine.X)] : run;
        }

        private static bool IsMark(Letter letter) => letter.Value.Length > 0 && UnicodeProperties.BidiClass(letter.Value[0]) == BidiClass.NSM;

        private static bool IsSpace(Letter letter) => letter.Value.Length > 0 && char.IsWhiteSpace(letter.Value[0]);

        // Presentation forms say of an Arabic letter how it is joined, which is no part of the text. A ligature is read from right to left.
        private static string Readable(string value)
        {
            if (value.All(unit => unit is not (>= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC')))
            {
                return value;
            }

            var plain = Normalization.ToNfkc(value).ToCharArray();
            Array.Reverse(plain);
            return new string(plain);
        }
    }
}
