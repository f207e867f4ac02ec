namespace DocBuilder.Conformance.Pdf;

/// <summary>An affine transformation (ISO 32000-1 8.3.4): a row vector times it.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>First this, then <paramref name="next"/>.</summary>
    public Matrix Then(Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    public static Matrix Move(double x, double y) => new(1, 0, 0, 1, x, y);

    public static Matrix Of(IReadOnlyList<double> numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
}
