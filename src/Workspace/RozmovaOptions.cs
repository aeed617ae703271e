namespace Rozmova.Workspace;

/// <summary>The configuration keys of the whole program, section <c>Rozmova</c>.</summary>
public sealed record RozmovaOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Rozmova";

    /// <summary>Folder for the embedded store, media and keys. Default <c>./data</c>.</summary>
    public string Data { get; init; } = "./data";

    /// <summary>Empty: SQLite in <see cref="Data"/>; else a PostgreSQL connection string.</summary>
    public string Database { get; init; } = "";

    /// <summary>Empty: one node; else an amqp address, and <see cref="Database"/> must be PostgreSQL.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>The https address platforms reach us at, without a trailing slash; empty for none.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>If set, an admin API key with this value exists.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>With <see cref="AdminPassword"/>: this admin exists. Else the first run prints a one-time set-up link.</summary>
    public string AdminEmail { get; init; } = "";

    /// <summary>See <see cref="AdminEmail"/>.</summary>
    public string AdminPassword { get; init; } = "";

    /// <summary>Lets user-supplied addresses (callbacks, external replies) reach private and loopback addresses.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>In a demo: the page on which one is a customer; empty where there is none.</summary>
    public string SimulatedCustomer { get; init; } = "";

    /// <summary><see cref="PublicUrl"/> as an address; null when unset.</summary>
    public Uri? PublicAddress => PublicUrl.Length == 0 ? null : new Uri(PublicUrl.TrimEnd('/') + "/");
}
