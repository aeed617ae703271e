using Rozmova.Desks.TelegramDesk.Texts;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Somebody on Telegram, and the operator they are; null for a stranger.</summary>
internal sealed record DeskPerson(long Id, string Name, Operator? Operator, DeskTexts Texts)
{
    /// <summary>Whether they may work here.</summary>
    public bool MayWork => Operator is { IsActive: true };

    public bool IsAdmin => Operator is { Role: OperatorRole.Admin };

    public OperatorId OperatorId => Operator!.Id;

    /// <summary>As commands know who acts.</summary>
    public CurrentOperator ToCurrent() => new(Operator!.Id, Operator.Name, Operator.Role);

    /// <summary>Why they may not work here; null when they may.</summary>
    public string? Objection => Operator?.Role switch
    {
        null => Texts.Unknown,
        OperatorRole.Pending => Texts.Pending,
        OperatorRole.Banned => Texts.Banned,
        _ => null,
    };
}

/// <summary>Who is who: the same operators as everywhere.</summary>
internal sealed class DeskPeople(IOperatorStore operators, DeskMemory memory)
{
    /// <summary>Whoever wrote or pressed.</summary>
    public async ValueTask<DeskPerson> FindAsync(LiveDesk desk, User user, CancellationToken cancellationToken) =>
        new(user.Id, NameOf(user), await FindOperatorAsync(user.Id, cancellationToken), user.LanguageCode is { } language
            ? DeskTexts.Of(language)
            : await TextsOfAsync(desk, user.Id, cancellationToken));

    /// <summary>Whoever is behind a private chat.</summary>
    public async ValueTask<DeskPerson> FindAsync(LiveDesk desk, long user, CancellationToken cancellationToken)
    {
        var found = await FindOperatorAsync(user, cancellationToken);
        return new DeskPerson(user, found?.Name ?? "", found, await TextsOfAsync(desk, user, cancellationToken));
    }

    /// <summary>The Telegram id of an operator who may work; null for those who work elsewhere only.</summary>
    public async ValueTask<long?> FindChatAsync(OperatorId id, CancellationToken cancellationToken) =>
        await operators.FindAsync(id, cancellationToken) is { IsActive: true, TelegramUserId: { } user } ? user : null;

    /// <summary>The admins who can be written to here.</summary>
    public async ValueTask<IReadOnlyList<Operator>> ListAdminsAsync(CancellationToken cancellationToken) =>
        [.. (await operators.ListAsync(cancellationToken)).Where(one => one is { Role: OperatorRole.Admin, TelegramUserId: not null })];

    public async ValueTask<DeskTexts> TextsOfAsync(LiveDesk desk, long user, CancellationToken cancellationToken) =>
        DeskTexts.Of(await memory.FindLanguageAsync(desk, user, cancellationToken));

    public async ValueTask<Operator?> FindOperatorAsync(long user, CancellationToken cancellationToken) =>
        (await operators.ListAsync(cancellationToken)).FirstOrDefault(one => one.TelegramUserId == user);

    public static string NameOf(User user) =>
        string.Join(' ', new[] { user.FirstName, user.LastName }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } name
            ? name
            : user.Username ?? "Telegram";
}
