namespace Rozmova.Diagnosis;

/// <summary>How a thing stands.</summary>
internal enum Health
{
    Good,

    /// <summary>Works, but somebody should look at it.</summary>
    Doubtful,

    /// <summary>Does not work.</summary>
    Bad,
}

/// <summary>One thing that was looked at: how it stands, and what to do about it.</summary>
internal sealed record Finding(string Check, Health Health, string Detail);
