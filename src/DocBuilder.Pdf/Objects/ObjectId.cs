namespace DocBuilder.Pdf.Objects;

/// <summary>The number of an indirect object (ISO 32000-1 7.3.10); its generation is always 0.</summary>
internal readonly record struct ObjectId(int Number);
