using System.Globalization;
using System.Text;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A content stream that is drawn on, with the resources that it uses (ISO 32000-1 7.8.3).</summary>
/// <param name="bounds">What can be seen of it, in its own coordinates, y downwards.</param>
internal sealed class Canvas(Area bounds) : IDisposable
{
    private readonly TokenWriter _w = new();
    private readonly SortedDictionary<string, SortedDictionary<string, ObjectId>> _resources = new(StringComparer.Ordinal);

    /// <summary>What can be seen of it.</summary>
    public Area Bounds { get; } = bounds;

    /// <summary>Graphics states that are saved and not yet restored.</summary>
    public int SavedStates { get; private set; }

    /// <summary>How much was drawn, in bytes.</summary>
    public int Length => _w.Length;

    /// <summary>What was drawn.</summary>
    public ReadOnlySpan<byte> Written => _w.Written;

    /// <summary>Gives the memory back that it is drawn in.</summary>
    public void Dispose() => _w.Dispose();

    /// <summary>Saves the graphics state.</summary>
    public void Save()
    {
        SavedStates++;
        _w.Operator("q"u8);
    }

    /// <summary>Restores the graphics state.</summary>
    public void Restore()
    {
        SavedStates--;
        _w.Operator("Q"u8);
    }

    /// <summary>An operator with numbers before it.</summary>
    public void Operator(ReadOnlySpan<byte> name, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            Write(_w, number, 3);
        }

        _w.Operator(name);
    }

    /// <summary>Changes the coordinates from here on.</summary>
    public void Concatenate(Matrix matrix)
    {
        WriteMatrix(_w, matrix);
        _w.Operator("cm"u8);
    }

    /// <summary>An operator that names a resource.</summary>
    public void Use(ReadOnlySpan<byte> name, string kind, ObjectId resource)
    {
        var label = kind[..1] + resource.Number.ToString(CultureInfo.InvariantCulture);
        if (!_resources.TryGetValue(kind, out var ofKind))
        {
            _resources.Add(kind, ofKind = new(StringComparer.Ordinal));
        }

        ofKind[label] = resource;
        _w.Name(label).Operator(name);
    }

    /// <summary>Chooses a colour.</summary>
    public void SetColor(SvgColor color, bool isStroke)
    {
        Write(_w, color.Red, 4);
        Write(_w, color.Green, 4);
        Write(_w, color.Blue, 4);
        _w.Operator(isStroke ? "RG"u8 : "rg"u8);
    }

    /// <summary>Chooses a pattern.</summary>
    public void SetPattern(ObjectId pattern, bool isStroke)
    {
        _w.Name("Pattern"u8).Operator(isStroke ? "CS"u8 : "cs"u8);
        Use(isStroke ? "SCN"u8 : "scn"u8, "Pattern", pattern);
    }

    /// <summary>Chooses dashes.</summary>
    public void SetDashes(ReadOnlySpan<double> lengths, double offset)
    {
        _w.BeginArray();
        foreach (var length in lengths)
        {
            Write(_w, length, 4);
        }

        _w.EndArray();
        Write(_w, offset, 4);
        _w.Operator("d"u8);
    }

    /// <summary>Constructs a path.</summary>
    /// <param name="outline">The path.</param>
    /// <param name="matrix">Where it goes.</param>
    /// <param name="decimals">How exactly it is written.</param>
    public void AddPath(Outline outline, Matrix matrix, int decimals = 3)
    {
        foreach (var step in outline.Steps)
        {
            switch (step.Kind)
            {
                case StepKind.Move:
                    Add(step.End);
                    _w.Operator("m"u8);
                    break;
                case StepKind.Line:
                    Add(step.End);
                    _w.Operator("l"u8);
                    break;
                case StepKind.Cubic:
                    Add(step.First);
                    Add(step.Second);
                    Add(step.End);
                    _w.Operator("c"u8);
                    break;
                default:
                    _w.Operator("h"u8);
                    break;
            }
        }

        void Add(Point point)
        {
            var p = matrix.Apply(point);
            Write(_w, p.X, decimals);
            Write(_w, p.Y, decimals);
        }
    }

    /// <summary>Constructs a rectangle.</summary>
    public void AddRectangle(Area area) => Operator("re"u8, area.X, area.Y, area.Width, area.Height);

    /// <summary>Writes the resources as a dictionary.</summary>
    public void WriteResources(TokenWriter w)
    {
        w.Name("Resources"u8).BeginDictionary();
        foreach (var (kind, resources) in _resources)
        {
            w.Name(kind).BeginDictionary();
            foreach (var (label, id) in resources)
            {
                w.Name(label).Reference(id);
            }

            w.EndDictionary();
        }

        w.EndDictionary();
    }

    /// <summary>The six numbers of a matrix.</summary>
    public static void WriteMatrix(TokenWriter w, Matrix matrix)
    {
        foreach (var number in (ReadOnlySpan<double>)[matrix.A, matrix.B, matrix.C, matrix.D])
        {
            Write(w, number, 9);
        }

        Write(w, matrix.E, 5);
        Write(w, matrix.F, 5);
    }

    /// <summary>A number with so many decimals at most; readers hold single precision, and PDF/A-2 6.1.13 keeps it small.</summary>
    public static void Write(TokenWriter w, double number, int decimals)
    {
        const double Most = 1e7;
        number = double.IsFinite(number) ? Math.Round(Math.Clamp(number, -Most, Most), decimals) : 0;
        if (number == Math.Floor(number))
        {
            w.Integer((long)number);
            return;
        }

        var text = number.ToString("0.#########", CultureInfo.InvariantCulture);
        var isNegative = text[0] == '-';
        var digits = isNegative ? text.AsSpan(1) : text;
        digits = digits.StartsWith("0.") ? digits[1..] : digits;
        Span<byte> bytes = stackalloc byte[32];
        bytes[0] = (byte)'-';
        var length = Encoding.ASCII.GetBytes(digits, bytes[1..]);
        w.Keyword(isNegative ? bytes[..(length + 1)] : bytes[1..(length + 1)]);
    }
}
