using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>The objects that drawings are made of in a file: forms, graphics states, shadings. A state that several drawings need is written once.</summary>
internal sealed class DrawingObjects(PdfFile file)
{
    private readonly Dictionary<(double Fill, double Stroke), ObjectId> _opacities = [];

    /// <summary>Writes an object.</summary>
    public ObjectId Write(Action<TokenWriter> content)
    {
        var id = file.Reserve();
        content(file.Begin(id));
        file.End();
        return id;
    }

    /// <summary>A graphics state with opacities (ISO 32000-1 11.6.4.4), for areas and for lines.</summary>
    public ObjectId Opacity(double fill, double stroke)
    {
        (fill, stroke) = (Math.Round(fill, 4), Math.Round(stroke, 4));
        if (!_opacities.TryGetValue((fill, stroke), out var id))
        {
            id = Write(w =>
            {
                w.BeginDictionary().Name("Type"u8).Name("ExtGState"u8).Name("ca"u8);
                Canvas.Write(w, fill, 4);
                w.Name("CA"u8);
                Canvas.Write(w, stroke, 4);
                w.EndDictionary();
            });
            _opacities.Add((fill, stroke), id);
        }

        return id;
    }

    /// <summary>A graphics state with a soft mask (11.6.5.2).</summary>
    /// <param name="group">The form that is the mask.</param>
    /// <param name="isLuminosity">Whether its light counts, not its opacity.</param>
    public ObjectId SoftMask(ObjectId group, bool isLuminosity) => Write(w => w
        .BeginDictionary().Name("Type"u8).Name("ExtGState"u8)
        .Name("SMask"u8).BeginDictionary().Name("Type"u8).Name("Mask"u8)
            .Name("S"u8).Name(isLuminosity ? "Luminosity"u8 : "Alpha"u8).Name("G"u8).Reference(group).EndDictionary()
        .EndDictionary());

    /// <summary>Writes a canvas as a form (8.10).</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="matrix">From its coordinates to those that it is drawn in.</param>
    /// <param name="isGroup">Whether it is blended as one (11.6.6).</param>
    /// <param name="isGrey">Whether the group is blended in grey.</param>
    public ObjectId Form(Canvas canvas, Matrix matrix, bool isGroup, bool isGrey = false) => Stream(canvas, w =>
    {
        w.Name("Type"u8).Name("XObject"u8).Name("Subtype"u8).Name("Form"u8).Name("BBox"u8);
        WriteBox(w, canvas.Bounds);
        WriteMatrixUnlessIdentity(w, matrix);
        if (isGroup)
        {
            w.Name("Group"u8).BeginDictionary().Name("S"u8).Name("Transparency"u8).Name("I"u8).Boolean(true)
                .Name("CS"u8).Name(isGrey ? "DeviceGray"u8 : "DeviceRGB"u8).EndDictionary();
        }
    });

    /// <summary>Writes a canvas as a tile of a pattern (8.7.3).</summary>
    public ObjectId Tile(Canvas canvas, Matrix matrix) => Stream(canvas, w =>
    {
        w.Name("Type"u8).Name("Pattern"u8).Name("PatternType"u8).Integer(1).Name("PaintType"u8).Integer(1).Name("TilingType"u8).Integer(1).Name("BBox"u8);
        WriteBox(w, canvas.Bounds);
        w.Name("XStep"u8);
        Canvas.Write(w, canvas.Bounds.Width, 6);
        w.Name("YStep"u8);
        Canvas.Write(w, canvas.Bounds.Height, 6);
        WriteMatrixUnlessIdentity(w, matrix);
    });

    private ObjectId Stream(Canvas canvas, Action<TokenWriter> dictionary)
    {
        var id = file.Reserve();
        file.WriteStream(id, canvas.Written, w =>
        {
            dictionary(w);
            canvas.WriteResources(w);
        });
        return id;
    }

    private static void WriteBox(TokenWriter w, Area box)
    {
        w.BeginArray();
        foreach (var number in (ReadOnlySpan<double>)[box.X, box.Y, box.Right, box.Bottom])
        {
            Canvas.Write(w, number, 5);
        }

        w.EndArray();
    }

    private static void WriteMatrixUnlessIdentity(TokenWriter w, Matrix matrix)
    {
        if (matrix != Matrix.Identity)
        {
            w.Name("Matrix"u8).BeginArray();
            Canvas.WriteMatrix(w, matrix);
            w.EndArray();
        }
    }
}
