using DocBuilder.Documents;

namespace DocBuilder.Tests.Reading;

/// <summary>What the model promises to whoever writes it, checked on a document that was read.</summary>
internal static class ModelPromises
{
    /// <summary>The promises that a document breaks; empty for a good one.</summary>
    public static List<string> BrokenBy(Document document)
    {
        var broken = new List<string>();
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var notes = new HashSet<string>(StringComparer.Ordinal);
        var called = new List<string>();
        var links = new List<string>();
        var level = 0;
        foreach (var node in NodeTree.SelfAndDescendants(document))
        {
            if (node.Anchor is { } anchor && !anchors.Add(anchor))
            {
                broken.Add($"two nodes are called {anchor}");
            }

            if (!LanguageTag.IsWellFormed(node.Language))
            {
                broken.Add($"\"{node.Language}\" is no language");
            }

            if (node is Inline { PageMarks.IsEmpty: false } marked)
            {
                CheckMarks(marked, broken);
            }

            switch (node)
            {
                case Text { Value.Length: 0 }:
                    broken.Add("a text is empty");
                    break;
                case Text text when text.Value.Any(static c => c is < ' ' and not ('\n' or '\t') or '\uFFFE' or '\uFFFF'):
                    broken.Add("a text holds a control");
                    break;
                case Heading heading:
                    level = CheckLevel(heading, level, broken);
                    break;
                case Note note:
                    notes.Add(note.Anchor ?? "");
                    break;
                case NoteReference reference:
                    called.Add(reference.NoteAnchor);
                    break;
                case Link { Target: ['#', .. var target] }:
                    links.Add(target);
                    break;
                case Table table:
                    CheckGrid(table, broken);
                    break;
                default:
                    break;
            }
        }

        if (document.Blocks is not [Heading { Level: 1 }, ..])
        {
            broken.Add("the first block is not the title");
        }

        broken.AddRange(called.Where(anchor => !notes.Contains(anchor)).Select(static anchor => $"the note {anchor} is not there"));
        broken.AddRange(links.Where(anchor => !anchors.Contains(anchor)).Select(static anchor => $"the anchor {anchor} is not there"));
        return broken;
    }

    private static void CheckMarks(Inline marked, List<string> broken)
    {
        var last = marked is Text text ? text.Value.Length - 1 : 0;
        var offsets = marked.PageMarks.Select(static mark => mark.Offset).ToList();
        if (marked is not (Text or Image or MathExpression or NoteReference) || offsets[0] < 0 || offsets[^1] > last || !offsets.SequenceEqual(offsets.Order()))
        {
            broken.Add($"pages begin at {string.Join(", ", offsets)} of a {marked.GetType().Name}");
        }
    }

    private static int CheckLevel(Heading heading, int before, List<string> broken)
    {
        if (heading.Level is < 1 or > 6 || heading.Level > before + 1 || (heading.Level == 1 && before > 0))
        {
            broken.Add($"a heading of level {heading.Level} follows one of level {before}");
        }

        return heading.Level;
    }

    private static void CheckGrid(Table table, List<string> broken)
    {
        foreach (var group in table.Groups)
        {
            var taken = new bool[group.Rows.Length, table.ColumnCount];
            for (var row = 0; row < group.Rows.Length; row++)
            {
                foreach (var cell in group.Rows[row].Cells)
                {
                    for (var y = row; y < row + cell.RowSpan; y++)
                    {
                        for (var x = cell.Column; x < cell.Column + cell.ColumnSpan; x++)
                        {
                            if (y >= group.Rows.Length || x >= table.ColumnCount || taken[y, x])
                            {
                                broken.Add("a table's cells are no grid");
                                return;
                            }

                            taken[y, x] = true;
                        }
                    }
                }
            }

            if (taken.Cast<bool>().Contains(false))
            {
                broken.Add("a table has a hole");
            }
        }
    }
}
