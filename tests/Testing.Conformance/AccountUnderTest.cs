using System.Text.Json.Nodes;

namespace Rozmova.Testing.Conformance;

/// <summary>One bot, page, number or account on a platform under test, with a channel of its own.</summary>
public abstract class AccountUnderTest
{
    /// <summary>The settings of the channel, <c>baseUrl</c> among them.</summary>
    public abstract JsonObject Settings { get; }

    /// <summary>Where its requests go. Set before <see cref="SubscribeAsync"/>.</summary>
    public Uri Webhook { get; internal set; } = null!;

    /// <summary>The program itself, for a platform whose customers come to it directly.</summary>
    public Uri Program { get; internal set; } = null!;

    /// <summary>Called once the channel exists: tells the platform the webhook where the program cannot do so itself.</summary>
    public virtual Task SubscribeAsync() => Task.CompletedTask;

    /// <summary>Somebody who may write to it.</summary>
    public abstract CustomerUnderTest AddCustomer(string name);

    /// <summary>An authentic request with any body, as the platform would make it.</summary>
    public virtual WireRequest Sign(ReadOnlyMemory<byte> body) => throw NotHad(nameof(Sign));

    /// <summary>
    /// One authentic request with a text of each of two customers, and between them an entry nothing can be made of. The customers need
    /// not be known before.
    /// </summary>
    public virtual WireRequest Batch(string first, string second) => throw NotHad(nameof(Batch));

    /// <summary>The query by which the platform asks whether the address is ours, and the answer it wants; for <c>IVerifyingPlatform</c>.</summary>
    public virtual (string Query, string Answer) AskVerification() => throw NotHad(nameof(AskVerification));

    /// <summary>
    /// Makes the next message to this account's customers meet this trouble, once. A <see cref="Trouble.TokenExpired"/> stays until
    /// <see cref="Mend"/>.
    /// </summary>
    public abstract void Provoke(Trouble trouble);

    /// <summary>Ends an expired token: gives the settings that the admin writes, with a new token where the platform gives one.</summary>
    public virtual JsonObject Mend() => throw NotHad(nameof(Mend));

    private NotSupportedException NotHad(string member) => new($"{GetType().Name} has no {member}, though its platform needs one.");
}

/// <summary>One person who writes to an account.</summary>
public abstract class CustomerUnderTest
{
    /// <summary>What has reached them, oldest first: messages only, as they stand now.</summary>
    public abstract IReadOnlyList<Received> Received { get; }

    /// <summary>Our reaction at their newest message, as an emoji; null for none. For <c>IReactingPlatform</c>.</summary>
    public virtual string? Reaction => throw new NotSupportedException($"{GetType().Name} has no {nameof(Reaction)}, though its platform reacts.");

    /// <summary>Does something their messenger can do. Returns at once: what follows from it is waited for by the suite.</summary>
    public abstract Task PlayAsync(Act act);
}
