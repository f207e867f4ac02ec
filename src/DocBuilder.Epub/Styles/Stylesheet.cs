namespace DocBuilder.Epub.Styles;

/// <summary>
/// The stylesheet of every book. It says how the parts differ from one another and leaves the rest to the reader: relative units,
/// inherited colours, logical sides. <c>direction</c> and <c>unicode-bidi</c> are forbidden in EPUB (EPUB 3.3, 6.3.1.3).
/// </summary>
/// <param name="Beginning">What stands before the rules of every book: its faces and families.</param>
/// <param name="End">What stands after them: sizes and proportions.</param>
internal sealed record Stylesheet(string Beginning, string End)
{
    /// <summary>Its path in the content folder.</summary>
    public const string Name = "styles/book.css";

    /// <summary>The rules that do not depend on the book.</summary>
    public const string Rules =
        """
        body { margin: 0; padding: 0 0.5em; overflow-wrap: break-word; }
        p { margin: 0 0 0.75em; text-align: start; orphans: 2; widows: 2; }

        strong, b { font-weight: bold; }

        h1, h2, h3, h4, h5, h6 { margin: 1.5em 0 0.5em; font-weight: bold; text-align: start; break-after: avoid; page-break-after: avoid; break-inside: avoid; page-break-inside: avoid; }
        h1 { margin-block-start: 0.5em; }
        header { margin-block-end: 1.5em; padding-block-end: 0.5em; border-block-end: 0.0625em solid currentColor; }
        header p { margin-block-end: 0.25em; }
        .subtitle { font-size: 1.15em; margin-block-end: 0.75em; }
        .byline { font-weight: bold; }

        a { color: inherit; text-decoration: underline; }
        a.noteref { vertical-align: super; line-height: 0; padding-inline: 0.15em; text-decoration: none; font-weight: normal; }
        sup a.noteref { vertical-align: baseline; }
        sub, sup { line-height: 0; }
        q { quotes: none; }
        q::before, q::after { content: ""; }
        abbr { text-decoration: none; border: 0; }
        ins, u { text-decoration: underline; }
        del, s { text-decoration: line-through; }
        /* A grey veil keeps the contrast by day and by night; readers that cannot mix colours show the weight. */
        mark { background-color: transparent; background-color: rgba(127, 127, 127, 0.25); color: inherit; font-weight: bold; }
        code, kbd, samp, pre { font-size: 0.9em; }
        pre { margin: 1em 0; padding: 0.5em 0.75em; border: 0.0625em solid currentColor; white-space: pre-wrap; overflow-wrap: anywhere; text-align: start; line-height: 1.5; }
        pre code { font-size: 1em; }

        ul, ol { margin: 0 0 0.75em; padding: 0; padding-inline-start: 2em; }
        li { margin-block-end: 0.25em; }
        li[dir] { list-style-position: inside; }
        li > p:last-child, dd > p:last-child, td > p:last-child, th > p:last-child { margin-block-end: 0; }
        li > ul, li > ol { margin-block-start: 0.25em; }
        ul.circle { list-style-type: circle; }
        ul.square { list-style-type: square; }
        ul.unmarked { list-style-type: none; padding-inline-start: 0; }
        @counter-style abjad {
          system: fixed;
          symbols: "\623" "\628" "\62C" "\62F" "\647" "\648" "\632" "\62D" "\637" "\64A" "\643" "\644" "\645" "\646" "\633" "\639" "\641" "\635" "\642" "\631" "\634" "\62A" "\62B" "\62E" "\630" "\636" "\638" "\63A";
          suffix: ". ";
          fallback: arabic-indic;
        }
        ol.arabic-indic { list-style-type: arabic-indic; }
        ol.extended-arabic-indic { list-style-type: persian; }
        ol.abjad { list-style-type: abjad; }
        dl, .terms { margin: 0 0 0.75em; }
        dt, .term { font-weight: bold; break-after: avoid; page-break-after: avoid; }
        dd, .description { margin: 0 0 0.5em; margin-inline-start: 2em; }

        blockquote { margin: 1em 0; margin-inline: 1.5em; padding-inline-start: 0.75em; border-inline-start: 0.1875em solid currentColor; }
        aside[role="note"] { margin: 1em 0; padding: 0.75em; border: 0.0625em solid currentColor; }
        aside > :first-child { margin-block-start: 0; }
        aside > :last-child { margin-block-end: 0; }
        details { margin: 1em 0; }
        summary { font-weight: bold; }
        hr { margin: 1.5em auto; width: 30%; border: 0; border-block-start: 0.0625em solid currentColor; }

        .verse { margin: 1em auto; max-width: 36em; }
        .line { display: flex; flex-wrap: wrap; column-gap: 2em; margin-block-end: 0.5em; text-align: start; break-inside: avoid; page-break-inside: avoid; }
        .stanza { margin-block-start: 1.5em; }
        .hemistich { flex: 1 1 12em; }
        .hemistich + .hemistich { text-align: end; }

        figure { margin: 1em 0; break-inside: avoid; page-break-inside: avoid; }
        figcaption { margin-block-start: 0.5em; }
        img { max-width: 100%; height: auto; }
        .image { margin: 1em 0; text-align: center; }
        figure .image { margin: 0; }
        .missing-image { border: 0.0625em dashed currentColor; padding: 0.25em; }
        .math { margin: 1em 0; text-align: center; }

        .cover { margin: 0; text-align: center; break-after: page; page-break-after: always; }
        .cover img { max-height: 100vh; }

        .table { margin: 1em 0; overflow-x: auto; }
        table { border-collapse: collapse; min-width: 50%; }
        caption, .caption { padding-block-end: 0.5em; font-weight: bold; text-align: start; break-after: avoid; page-break-after: avoid; }
        th, td { padding: 0.35em 0.6em; border: 0.0625em solid currentColor; text-align: start; vertical-align: top; }
        th { font-weight: bold; }
        tr { break-inside: avoid; page-break-inside: avoid; }

        .notes { margin-block-start: 2em; padding-block-start: 0.5em; border-block-start: 0.0625em solid currentColor; }
        aside[role="doc-footnote"] p { margin-block-end: 0.5em; }
        .note-mark { font-weight: bold; text-decoration: none; padding-inline-end: 0.25em; }

        nav ol { list-style-type: none; padding-inline-start: 1.25em; }
        nav > ol { padding-inline-start: 0; }
        nav a { text-decoration: none; }

        """;
}
