namespace Rozmova.Bench.Reports;

/// <summary>Values measured again and again: what they were in the middle, and how far apart.</summary>
internal sealed class Sample
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public int Count => _values.Count;

    public double Median => At(0.5);

    public double Least => _values.Min();

    public double Most => _values.Max();

    /// <summary>The smallest value that at least this share of all does not exceed.</summary>
    public double At(double share)
    {
        double[] ordered = [.. _values.Order()];
        return ordered[Math.Clamp((int)Math.Ceiling(share * ordered.Length) - 1, 0, ordered.Length - 1)];
    }
}
