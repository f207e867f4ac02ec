using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>Looks through a document for what stands in readers' way though it could be read.</summary>
internal static class DocumentChecks
{
    public static void Run(Document document, FindingList findings)
    {
        var texts = BlockTexts.Of(document);
        HeadingCheck.Run(document, texts, findings);
        LinkWordsCheck.Run(document, findings);
        AbbreviationCheck.Run(texts, findings);
        DirectionControlCheck.Run(texts, findings);
        LetterShapeCheck.Run(texts, findings);
        VisualOrderCheck.Run(texts, findings);
        LostLettersCheck.Run(texts, findings);
        PassageLanguageCheck.Run(texts, findings);
    }
}
