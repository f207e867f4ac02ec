using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;

namespace DocBuilder.Typesetting.Pages;

/// <summary>A way to set the rows of a table.</summary>
internal interface ITableRows
{
    /// <summary>The look of the cells.</summary>
    TextStyle Style { get; }

    /// <summary>The boxes of a group of rows; a head that can be repeated is one box.</summary>
    /// <param name="group">The rows.</param>
    /// <param name="head">What is drawn again where a page begins with one of the boxes.</param>
    IReadOnlyList<VerticalBox> Format(TableRowGroup group, TableHead? head);
}
