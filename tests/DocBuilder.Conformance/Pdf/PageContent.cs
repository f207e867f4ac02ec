using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Conformance.Pdf;

/// <summary>What a page's content stream, and the forms that it draws, do.</summary>
internal sealed class PageContent
{
    private readonly List<ContentItem> items = [];
    private readonly List<Mark> marks = [];
    private readonly HashSet<string> colourSpaces = [];
    private readonly HashSet<string> usedResources = [];
    private readonly List<string> faults = [];

    private PageContent(PdfValue page) => Page = page;

    public PdfValue Page { get; }

    public IReadOnlyList<ContentItem> Items => items;

    /// <summary>Device and pattern colour spaces that operators choose without naming a resource, and named ones as they are called.</summary>
    public IReadOnlySet<string> ColourSpaces => colourSpaces;

    /// <summary>Resources used, as "Font/F1".</summary>
    public IReadOnlySet<string> UsedResources => usedResources;

    /// <summary>What is wrong with the streams themselves: unknown operators, unbalanced pairs, too deep nesting.</summary>
    public IReadOnlyList<string> Faults => faults;

    public int DeepestSave { get; private set; }

    /// <summary>Rendering intents named by operators.</summary>
    public List<string> Intents { get; } = [];

    public static PageContent Read(PdfValue page)
    {
        var content = new PageContent(page);
        var bytes = page["Contents"].Items.SelectMany(stream => stream.Bytes.Append((byte)'\n')).ToArray();
        content.Interpret(bytes, page["Resources"], page.Reference ?? "page", Matrix.Identity, depth: 0);
        return content;
    }

    private void Interpret(byte[] bytes, PdfValue resources, string owner, Matrix start, int depth)
    {
        var state = new GraphicsState(start);
        var saved = new Stack<GraphicsState>();
        var marksBefore = marks.Count;
        var operands = new List<IToken>();
        var scanner = new CoreTokenScanner(new MemoryInputBytes(bytes), usePdfDocEncoding: false, new StackDepthGuard(256), isStream: true);
        while (scanner.MoveNext())
        {
            if (scanner.CurrentToken is not OperatorToken operation)
            {
                operands.Add(scanner.CurrentToken);
                continue;
            }

            switch (operation.Data)
            {
                case "q":
                    saved.Push(state);
                    DeepestSave = Math.Max(DeepestSave, saved.Count);
                    break;
                case "Q":
                    if (!saved.TryPop(out var restored))
                    {
                        faults.Add($"{owner}: Q without q");
                        break;
                    }

                    state = restored;
                    break;
                case "Do":
                    Draw(Names(operands)[0], resources, owner, state, depth);
                    break;
                default:
                    state = Apply(operation.Data, operands, resources, owner, state);
                    break;
            }

            operands.Clear();
        }

        Require(saved.Count == 0, $"{owner}: q without Q");
        Require(marks.Count == marksBefore, $"{owner}: marked content is not closed");
    }

    private GraphicsState Apply(string operation, List<IToken> operands, PdfValue resources, string owner, GraphicsState state)
    {
        switch (operation)
        {
            case "cm":
                return state with { Transformation = Matrix.Of(Numbers(operands)).Then(state.Transformation) };
            case "BT":
                return state with { Text = Matrix.Identity, Line = Matrix.Identity };
            case "Tm":
                return state.At(Matrix.Of(Numbers(operands)));
            case "Td":
                return state.Move(Numbers(operands)[0], Numbers(operands)[1]);
            case "TD":
                return (state with { Leading = -Numbers(operands)[1] }).Move(Numbers(operands)[0], Numbers(operands)[1]);
            case "TL":
                return state with { Leading = Numbers(operands)[0] };
            case "T*":
                return state.Move(0, -state.Leading);
            case "Tf":
                return state with { Font = Resource(resources, "Font", Names(operands)[0], owner) };
            case "Tr":
                return state with { RenderingMode = (int)Numbers(operands)[0] };
            case "Tj" or "TJ":
                Add(ContentKind.Text, owner, state, operands);
                return state;
            case "'" or "\"":
                state = state.Move(0, -state.Leading);
                Add(ContentKind.Text, owner, state, operands);
                return state;
            case "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*":
                Add(ContentKind.Path, owner, state, operands);
                return state;
            case "sh":
                Resource(resources, "Shading", Names(operands)[0], owner);
                Add(ContentKind.Shading, owner, state, operands);
                return state;
            case "BI":
                faults.Add($"{owner}: an inline image");
                return state;
            case "BMC" or "BDC":
                marks.Add(MarkOf(operands, resources, owner));
                return state;
            case "EMC":
                if (marks.Count == 0)
                {
                    faults.Add($"{owner}: EMC without BDC");
                    return state;
                }

                marks.RemoveAt(marks.Count - 1);
                return state;
            case "g" or "G":
                colourSpaces.Add("DeviceGray");
                return state;
            case "rg" or "RG":
                colourSpaces.Add("DeviceRGB");
                return state;
            case "k" or "K":
                colourSpaces.Add("DeviceCMYK");
                return state;
            case "cs" or "CS":
                colourSpaces.Add(Names(operands)[0]);
                return state;
            case "gs":
                Resource(resources, "ExtGState", Names(operands)[0], owner);
                return state;
            case "ri":
                Intents.Add(Names(operands)[0]);
                return state;
            default:
                Require(ContentOperators.IsDefined(operation), $"{owner}: operator {operation} is not defined");
                return state;
        }
    }

    private void Draw(string name, PdfValue resources, string owner, GraphicsState state, int depth)
    {
        var target = Resource(resources, "XObject", name, owner);
        if (target["Subtype"].Name == "Image")
        {
            Add(ContentKind.Image, owner, state, []);
        }
        else if (depth < 10)
        {
            var matrix = target["Matrix"].IsArray ? Matrix.Of([.. target["Matrix"].Items.Select(item => item.Number)]) : Matrix.Identity;
            Interpret(target.Bytes, target["Resources"], target.Reference ?? name, matrix.Then(state.Transformation), depth + 1);
        }
    }

    private void Add(ContentKind kind, string owner, GraphicsState state, List<IToken> operands) => items.Add(new(kind, [.. marks], owner)
    {
        Font = state.Font,
        Codes = kind == ContentKind.Text ? [.. operands.SelectMany(Codes)] : [],
        Baseline = state.Text.Then(state.Transformation).F,
        RenderingMode = state.RenderingMode,
    });

    private PdfValue Resource(PdfValue resources, string kind, string name, string owner)
    {
        usedResources.Add($"{kind}/{name}");
        var value = resources[kind][name];
        Require(!value.IsNull, $"{owner}: its own Resources have no {kind}/{name}");
        return value;
    }

    private Mark MarkOf(List<IToken> operands, PdfValue resources, string owner)
    {
        var properties = new Dictionary<string, string>();
        if (operands is [_, DictionaryToken direct])
        {
            foreach (var (key, value) in direct.Data)
            {
                properties[key] = value switch
                {
                    NumericToken number => number.Int.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    NameToken name => name.Data,
                    StringToken text => text.Data,
                    HexToken text => text.Data,
                    _ => value.ToString() ?? "",
                };
            }
        }
        else if (operands is [_, NameToken named])
        {
            var value = Resource(resources, "Properties", named.Data, owner);
            foreach (var key in value.Keys)
            {
                properties[key] = value[key].Name ?? value[key].Text ?? value[key].ToString();
            }
        }

        return new(((NameToken)operands[0]).Data, properties, owner);
    }

    private void Require(bool isTrue, string fault)
    {
        if (!isTrue)
        {
            faults.Add(fault);
        }
    }

    private static IEnumerable<int> Codes(IToken token) => token switch
    {
        HexToken hex => Pairs(hex.Bytes),
        StringToken text => Pairs(text.GetBytes()),
        ArrayToken array => array.Data.SelectMany(Codes),
        _ => [],
    };

    private static int[] Pairs(ReadOnlySpan<byte> bytes)
    {
        var codes = new int[bytes.Length / 2];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = (bytes[2 * i] << 8) | bytes[(2 * i) + 1];
        }

        return codes;
    }

    private static double[] Numbers(List<IToken> operands) => [.. operands.OfType<NumericToken>().Select(number => number.Double)];

    private static string[] Names(List<IToken> operands) => [.. operands.OfType<NameToken>().Select(name => name.Data)];

    private sealed record GraphicsState(Matrix Transformation)
    {
        public Matrix Text { get; init; } = Matrix.Identity;

        public Matrix Line { get; init; } = Matrix.Identity;

        public double Leading { get; init; }

        public PdfValue Font { get; init; }

        public int RenderingMode { get; init; }

        public GraphicsState At(Matrix matrix) => this with { Text = matrix, Line = matrix };

        public GraphicsState Move(double x, double y) => At(Matrix.Move(x, y).Then(Line));
    }
}
