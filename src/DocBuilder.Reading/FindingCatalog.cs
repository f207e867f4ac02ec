using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

/// <summary>Everything that reading an article can find, as data. Codes never change their meaning; 10xx the file, 11xx the page, 12xx
/// structure, 13xx language and text, 14xx links and notes, 15xx pictures and media.</summary>
public static class FindingCatalog
{
    /// <summary>The file has no bytes, or nothing but white space.</summary>
    public static FindingRule EmptySource { get; } = new("DB1001", FindingSeverity.Fatal,
        "{0} is empty.", "Give a file that holds an article.");

    /// <summary>The bytes are of another kind of file.</summary>
    public static FindingRule NotAnArticle { get; } = new("DB1002", FindingSeverity.Fatal,
        "{0} is {1}, not HTML or text.", "Give the article as HTML or plain text.");

    /// <summary>The page shows no text.</summary>
    public static FindingRule NoText { get; } = new("DB1003", FindingSeverity.Fatal,
        "{0} shows no text.", "Check that the page was saved whole, and that its text does not come from a script.");

    /// <summary>The encoding asked for does not exist.</summary>
    public static FindingRule UnknownEncoding { get; } = new("DB1004", FindingSeverity.Fatal,
        "The encoding \"{0}\" is not known; accepted are utf-8, utf-16le, utf-16be, windows-1250 to windows-1258, iso-8859-1 to iso-8859-16, koi8-r and asmo-708.",
        "Name one of these, or leave the encoding out to have it found.");

    /// <summary>The file is larger than <see cref="Limits.SourceBytes"/>.</summary>
    public static FindingRule SourceTooLarge { get; } = new("DB1005", FindingSeverity.Fatal,
        "{0} has {1} bytes, more than the {2} that are read.", "Split the article, or raise the limit.");

    /// <summary>The page has more elements than <see cref="Limits.Nodes"/>.</summary>
    public static FindingRule TooManyNodes { get; } = new("DB1006", FindingSeverity.Fatal,
        "{0} has more than {1} elements.", "Split the article, or raise the limit.");

    /// <summary>The source declares an encoding that does not exist.</summary>
    public static FindingRule DeclaredEncodingUnknown { get; } = new("DB1007", FindingSeverity.Warning,
        "The page declares the encoding \"{0}\", which is not known.", "Declare the encoding that the file is saved in; utf-8 is best.");

    /// <summary>The encoding was guessed.</summary>
    public static FindingRule EncodingGuessed { get; } = new("DB1008", FindingSeverity.Warning,
        "{0} does not say its encoding and is not UTF-8; it was read as {1}.", "Check the letters, and name the encoding if they are wrong.");

    /// <summary>Some bytes make no character.</summary>
    public static FindingRule UndecodableBytes { get; } = new("DB1009", FindingSeverity.Warning,
        "{0} places hold bytes that are no character in {1}; each became U+FFFD.", "Save the file again in UTF-8, or name its encoding.");

    /// <summary>The declared encoding cannot be right.</summary>
    public static FindingRule DeclaredEncodingWrong { get; } = new("DB1010", FindingSeverity.Warning,
        "The page declares {0}, but its bytes are not; it was read as {1}.", "Correct the declaration.");

    /// <summary>A text file that holds HTML.</summary>
    public static FindingRule TextIsHtml { get; } = new("DB1011", FindingSeverity.Note,
        "{0} is named as text but holds HTML; it was read as HTML.", "Rename the file if this is right.");

    /// <summary>A saved page that holds none.</summary>
    public static FindingRule ArchiveWithoutPage { get; } = new("DB1012", FindingSeverity.Fatal,
        "{0} is a web archive (MHTML) without a page in it.", "Save the page again, as one file or with its folder.");

    /// <summary>The page is UTF-8 and does not say so.</summary>
    public static FindingRule EncodingUndeclared { get; } = new("DB1013", FindingSeverity.Note,
        "{0} does not say its encoding; it was read as UTF-8, which its bytes are.", "Declare it with a meta charset element: browsers do not look at the bytes.");

    /// <summary>Text that was encoded twice.</summary>
    public static FindingRule EncodedTwice { get; } = new("DB1014", FindingSeverity.Warning,
        "{0} was UTF-8 that somebody read as {1} and saved again; its letters were brought back.", "Check the letters, and save the file as UTF-8.");

    /// <summary>The whole page was kept because it is only an article.</summary>
    public static FindingRule WholePageIsArticle { get; } = new("DB1101", FindingSeverity.Note,
        "The page is only an article: everything was kept.", "Use the article option to have it searched all the same.");

    /// <summary>The article was found by the page's own markup.</summary>
    public static FindingRule ArticleByMarkup { get; } = new("DB1102", FindingSeverity.Note,
        "The article is the page's {0} element; what stands outside it was left out.", "Use the whole-page option to keep everything.");

    /// <summary>The article was found by the shape of the page.</summary>
    public static FindingRule ArticleByScore { get; } = new("DB1103", FindingSeverity.Note,
        "The article was found by its text, in the element {0}; what stands outside it was left out.", "Use the whole-page option to keep everything.");

    /// <summary>No article could be told from the rest.</summary>
    public static FindingRule ArticleUnsure { get; } = new("DB1104", FindingSeverity.Warning,
        "The article could not be told from the rest of the page: everything was kept.", "Mark the article with an article element.");

    /// <summary>Something in the article is not of it.</summary>
    public static FindingRule BoilerplateLeftOut { get; } = new("DB1105", FindingSeverity.Note,
        "Left out as not part of the article: {0} (\"{1}\").", "Use the whole-page option to keep it.");

    /// <summary>The article has no title.</summary>
    public static FindingRule TitleMissing { get; } = new("DB1106", FindingSeverity.Error,
        "The article has no title; \"{0}\" was taken.", "Give a title, in a heading or the title element.", "WCAG 2.2 2.4.2; Matterhorn 06-003");

    /// <summary>The title is not shown in the article and was taken from the metadata.</summary>
    public static FindingRule TitleFromMetadata { get; } = new("DB1107", FindingSeverity.Note,
        "The article shows no title of its own; \"{0}\" was taken from the page's metadata.", "Put the title into the article as its first heading.");

    /// <summary>Metadata that is not well-formed.</summary>
    public static FindingRule MetadataUnreadable { get; } = new("DB1108", FindingSeverity.Note,
        "The page's JSON-LD is not well-formed and was passed over.", "Correct it.");

    /// <summary>The picture that the page leads with stands outside the article's element.</summary>
    public static FindingRule LeadImageAdded { get; } = new("DB1109", FindingSeverity.Note,
        "The page leads with a picture that stands outside the article's element; it was put before the text.", "Put the picture into the article.");

    /// <summary>The source marks the pages of a print edition of its own.</summary>
    public static FindingRule PagesOfSourceKept { get; } = new("DB1110", FindingSeverity.Note,
        "The source marks {0} pages of another print edition (\"{1}\" to \"{2}\"); the EPUB lists these in place of the PDF's.", "Use the option without a page list to have none.", "EPUB Accessibility 1.1 3.2; WCAG 2.2 2.4.1");

    /// <summary>A mark of a page that does not say which.</summary>
    public static FindingRule PageMarkWithoutLabel { get; } = new("DB1111", FindingSeverity.Warning,
        "A mark of a page does not say which page begins; it was left out.", "Give it the page's number in aria-label.", "EPUB Accessibility 1.1 3.2");

    /// <summary>A mark of a page that nothing of the article is on.</summary>
    public static FindingRule PageMarkLeftOut { get; } = new("DB1112", FindingSeverity.Warning,
        "After the mark of page \"{0}\" comes nothing of the article; it was left out.", "Put the mark before the first word of its page.");

    /// <summary>A heading of level 1 that is not the title.</summary>
    public static FindingRule HeadingDemoted { get; } = new("DB1201", FindingSeverity.Warning,
        "\"{0}\" is a second heading of level 1; it became level {1}.", "Use level 1 for the title only.", "WCAG 2.2 1.3.1");

    /// <summary>A heading that skips a level.</summary>
    public static FindingRule HeadingLevelMended { get; } = new("DB1202", FindingSeverity.Warning,
        "The heading \"{0}\" has level {1} where {2} is due; it became level {2}.", "Let levels go down one at a time.", "WCAG 2.2 1.3.1; Matterhorn 14-003");

    /// <summary>A heading without words.</summary>
    public static FindingRule HeadingEmpty { get; } = new("DB1203", FindingSeverity.Warning,
        "A heading has no words; it was left out.", "Remove it, or give it words.", "WCAG 2.2 2.4.6");

    /// <summary>A table without header cells.</summary>
    public static FindingRule TableWithoutHeaders { get; } = new("DB1204", FindingSeverity.Error,
        "A table has no header cells.", "Mark the header cells with th.", "WCAG 2.2 1.3.1; Matterhorn 15-001");

    /// <summary>A table whose rows differ in length.</summary>
    public static FindingRule TableRagged { get; } = new("DB1205", FindingSeverity.Warning,
        "A table's rows do not have the same number of cells; empty cells were added.", "Give every row the same number of columns, spans counted.", "Matterhorn 15-005");

    /// <summary>Cells that lie over one another, or reach out of their row group.</summary>
    public static FindingRule TableSpanMended { get; } = new("DB1206", FindingSeverity.Warning,
        "A table cell reaches past its row group or over another cell; its span was cut.", "Correct rowspan and colspan.", "Matterhorn 15-005");

    /// <summary>A table used for layout.</summary>
    public static FindingRule LayoutTable { get; } = new("DB1207", FindingSeverity.Note,
        "A table is used for layout; its cells were read one after the other.", "Use role=\"none\" on such a table, or no table.", "WCAG 2.2 1.3.2");

    /// <summary>A table with more columns than the limit.</summary>
    public static FindingRule TableTooWide { get; } = new("DB1208", FindingSeverity.Error,
        "A table has more than {0} columns; its cells were read one after the other.", "Split the table.");

    /// <summary>Elements nested deeper than the limit.</summary>
    public static FindingRule NestedTooDeep { get; } = new("DB1209", FindingSeverity.Warning,
        "Elements are nested more than {0} deep; what lies deeper was read at that depth.", "Check the page for unclosed tags.");

    /// <summary>Lines that look like headings, taken as such.</summary>
    public static FindingRule HeadingPromoted { get; } = new("DB1211", FindingSeverity.Warning,
        "\"{0}\" is a paragraph in bold that stands as a heading does; it became one of level {1}.", "Mark it as a heading (h2, h3).", "WCAG 2.2 1.3.1; Matterhorn 14-001");

    /// <summary>Paragraphs made of line breaks.</summary>
    public static FindingRule ParagraphsFromBreaks { get; } = new("DB1212", FindingSeverity.Note,
        "Paragraphs are divided by pairs of line breaks; they became paragraphs.", "Mark paragraphs with p.", "WCAG 2.2 1.3.1");

    /// <summary>A language that was guessed.</summary>
    public static FindingRule LanguageGuessed { get; } = new("DB1301", FindingSeverity.Note,
        "The source does not say its language; from its letters and words it is taken for \"{0}\".", "Declare it with lang, or the language option.", "WCAG 2.2 3.1.1; Matterhorn 11-001");

    /// <summary>A language that could not be told.</summary>
    public static FindingRule LanguageUnknown { get; } = new("DB1302", FindingSeverity.Error,
        "The source does not say its language, and it could not be told.", "Declare it with lang, or the language option.", "WCAG 2.2 3.1.1; Matterhorn 11-001");

    /// <summary>A language tag that is not one.</summary>
    public static FindingRule LanguageTagInvalid { get; } = new("DB1303", FindingSeverity.Warning,
        "\"{0}\" is not a language tag; it was passed over.", "Use a BCP 47 tag such as ar or en-GB.", "WCAG 2.2 3.1.2; Matterhorn 11-001");

    /// <summary>A direction that the page does not give.</summary>
    public static FindingRule DirectionFromLanguage { get; } = new("DB1304", FindingSeverity.Note,
        "The page does not give a direction; right to left was taken from its language.", "Put dir=\"rtl\" on the html element.", "WCAG 2.2 1.3.2");

    /// <summary>The language declared does not fit the letters.</summary>
    public static FindingRule LanguageContradicted { get; } = new("DB1305", FindingSeverity.Warning,
        "The page declares the language \"{0}\", but its letters are those of \"{1}\"; \"{1}\" was taken.", "Correct lang, or use the language option.", "WCAG 2.2 3.1.1; Matterhorn 11-007");

    /// <summary>Characters without a meaning of their own.</summary>
    public static FindingRule PrivateUseCharacters { get; } = new("DB1306", FindingSeverity.Error,
        "The text holds the private-use character U+{0}, which no screen reader can say.", "Replace it with the character it stands for.", "Matterhorn 10-001; ISO 14289-2 8.4.3");

    /// <summary>Arabic letters stored as shapes.</summary>
    public static FindingRule PresentationForms { get; } = new("DB1307", FindingSeverity.Warning,
        "The text holds {0} Arabic presentation forms, shapes instead of letters; they became the letters they stand for.", "Save the text with letters (U+0600 to U+06FF).", "WCAG 2.2 1.3.1");

    /// <summary>Text stored as it is seen.</summary>
    public static FindingRule VisualOrder { get; } = new("DB1308", FindingSeverity.Warning,
        "The text is stored from left to right as it is seen (visual order); it was turned into the order it is read in.", "Check the lines that hold numbers or brackets, and save the text in logical order.", "WCAG 2.2 1.3.2");

    /// <summary>A block in another language than what is around it.</summary>
    public static FindingRule BlockLanguageGuessed { get; } = new("DB1309", FindingSeverity.Note,
        "A block does not say that it is in another language; from its letters and words it is taken for \"{0}\".", "Declare it with lang.", "WCAG 2.2 3.1.2; Matterhorn 11-001");

    /// <summary>A direction told from the first strong letter.</summary>
    public static FindingRule DirectionFromLetters { get; } = new("DB1310", FindingSeverity.Note,
        "Neither the page nor its language gives a direction; {0} was taken from its first letter.", "Put dir on the html element.", "WCAG 2.2 1.3.2");

    /// <summary>A link that leads where no reader may be sent.</summary>
    public static FindingRule LinkDropped { get; } = new("DB1401", FindingSeverity.Warning,
        "A link to \"{0}\" was dropped, its words kept.", "Link to an http, https, mailto or tel address.");

    /// <summary>A link to an anchor that is not in the article.</summary>
    public static FindingRule LinkTargetMissing { get; } = new("DB1402", FindingSeverity.Warning,
        "A link leads to \"#{0}\", which is not in the article; its words were kept.", "Correct the link, or the id it names.");

    /// <summary>A link without words.</summary>
    public static FindingRule LinkEmpty { get; } = new("DB1403", FindingSeverity.Error,
        "A link to \"{0}\" has no words.", "Give it words, or its picture an alternative text.", "WCAG 2.2 2.4.4");

    /// <summary>A relative link without an address to resolve it against.</summary>
    public static FindingRule LinkUnresolved { get; } = new("DB1404", FindingSeverity.Warning,
        "The link to \"{0}\" is relative, and the page does not say its own address; its words were kept.", "Give the page a canonical address, or make the link absolute.");

    /// <summary>A call to a note that is not there.</summary>
    public static FindingRule NoteMissing { get; } = new("DB1405", FindingSeverity.Warning,
        "The note \"{0}\" that is called for is not in the page; the mark was kept as text.", "Add the note, or remove the mark.");

    /// <summary>A picture without alternative text.</summary>
    public static FindingRule ImageWithoutAlternative { get; } = new("DB1501", FindingSeverity.Error,
        "The picture {0} has no alternative text.", "Say in alt what the picture says, or alt=\"\" if it says nothing.", "WCAG 2.2 1.1.1; Matterhorn 13-004");

    /// <summary>A picture that is not there.</summary>
    public static FindingRule ImageMissing { get; } = new("DB1502", FindingSeverity.Error,
        "The picture {0} is not in the article's folder; its alternative text stands in its place.", "Put the file there, or correct the address.");

    /// <summary>A picture that cannot be read.</summary>
    public static FindingRule ImageBroken { get; } = new("DB1503", FindingSeverity.Error,
        "The picture {0} cannot be read: {1}; its alternative text stands in its place.", "Save the picture again.");

    /// <summary>A picture beyond a limit.</summary>
    public static FindingRule ImageTooLarge { get; } = new("DB1504", FindingSeverity.Error,
        "The picture {0} has {1}, more than the {2} that are read; its alternative text stands in its place.", "Make it smaller.");

    /// <summary>A picture on the network.</summary>
    public static FindingRule ImageOnNetwork { get; } = new("DB1505", FindingSeverity.Warning,
        "The picture {0} is on the network and was not fetched; its alternative text stands in its place.", "Save the page with its pictures.");

    /// <summary>A picture outside the article's folder.</summary>
    public static FindingRule ImageOutsideFolder { get; } = new("DB1506", FindingSeverity.Error,
        "The picture {0} lies outside the article's folder and was not read; its alternative text stands in its place.", "Put the picture into the article's folder.");

    /// <summary>A drawing that is not kept whole.</summary>
    public static FindingRule DrawingPartsLeftOut { get; } = new("DB1507", FindingSeverity.Warning,
        "The drawing {0} has in it what no edition is given, and which was left out: {1}.", "Look at the drawing in the editions; where something is missed, save it as PNG.");

    /// <summary>More pictures than the limit.</summary>
    public static FindingRule TooManyImages { get; } = new("DB1508", FindingSeverity.Warning,
        "The article has more than {0} pictures; the alternative text of the others stands in their place.", "Split the article, or raise the limit.");

    /// <summary>The library that checks pictures is not there.</summary>
    public static FindingRule ImageLibraryMissing { get; } = new("DB1509", FindingSeverity.Error,
        "The picture {0} could not be checked, since the native image library (libSkiaSharp) cannot be loaded: {1}.", "Install the tool whole, with its native libraries.");

    /// <summary>A picture of a kind that is not read.</summary>
    public static FindingRule ImageKindUnknown { get; } = new("DB1510", FindingSeverity.Error,
        "The picture {0} is not JPEG, PNG, GIF, WebP or SVG; its alternative text stands in its place.", "Save it as PNG or JPEG.");

    /// <summary>Something that neither edition can show.</summary>
    public static FindingRule MediaLeftOut { get; } = new("DB1511", FindingSeverity.Warning,
        "The {0} element cannot be shown in an edition; what it says without it was kept.", "Give a text alternative or a transcript.", "WCAG 2.2 1.2.1");

    /// <summary>A form control.</summary>
    public static FindingRule ControlLeftOut { get; } = new("DB1512", FindingSeverity.Warning,
        "A form control ({0}) cannot be filled in an edition; its words were kept.", "Take the form out of the article.");

    /// <summary>Findings that are not shown one by one.</summary>
    public static FindingRule MoreOfTheSame { get; } = new("DB1999", FindingSeverity.Note,
        "{0} more findings of {1} are not shown.", "Mend those shown first.");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        EmptySource, NotAnArticle, NoText, UnknownEncoding, SourceTooLarge, TooManyNodes, DeclaredEncodingUnknown, EncodingGuessed, UndecodableBytes,
        DeclaredEncodingWrong, TextIsHtml, ArchiveWithoutPage, EncodingUndeclared, EncodedTwice,
        WholePageIsArticle, ArticleByMarkup, ArticleByScore, ArticleUnsure, BoilerplateLeftOut, TitleMissing, TitleFromMetadata, MetadataUnreadable, LeadImageAdded,
        PagesOfSourceKept, PageMarkWithoutLabel, PageMarkLeftOut,
        HeadingDemoted, HeadingLevelMended, HeadingEmpty, TableWithoutHeaders, TableRagged, TableSpanMended, LayoutTable, TableTooWide, NestedTooDeep,
        HeadingPromoted, ParagraphsFromBreaks,
        LanguageGuessed, LanguageUnknown, LanguageTagInvalid, DirectionFromLanguage, LanguageContradicted, PrivateUseCharacters,
        PresentationForms, VisualOrder, BlockLanguageGuessed, DirectionFromLetters,
        LinkDropped, LinkTargetMissing, LinkEmpty, LinkUnresolved, NoteMissing,
        ImageWithoutAlternative, ImageMissing, ImageBroken, ImageTooLarge, ImageOnNetwork, ImageOutsideFolder, DrawingPartsLeftOut, TooManyImages,
        ImageLibraryMissing, ImageKindUnknown, MediaLeftOut, ControlLeftOut, MoreOfTheSame,
    ];
}
