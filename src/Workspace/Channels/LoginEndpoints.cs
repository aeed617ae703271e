using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>Where the sign-in of a channel stands.</summary>
public sealed record LoginBody(LoginNeed Step, string? Link, string? Hint);

/// <summary>One thing a person enters to sign in; nothing at all means the phone number of the settings.</summary>
public sealed record LoginRequest(string? Phone, string? Code, string? Password, bool? Qr)
{
    /// <summary>Names the type only: these are secrets.</summary>
    public override string ToString() => nameof(LoginRequest);
}

/// <summary>Signing in a channel that is an ordinary account. What is entered goes to the platform and nowhere else.</summary>
internal static class LoginEndpoints
{
    public static void MapLogin(this RouteGroupBuilder admin)
    {
        admin.MapGet("/{id:guid}/login", Look).WithName("GetChannelLogin");
        admin.MapPost("/{id:guid}/login", Advance).WithName("AdvanceChannelLogin");
    }

    private static Task<Results<Ok<LoginBody>, ProblemHttpResult>> Look(
        Guid id, ChannelDirectory directory, CancellationToken cancellationToken) =>
        AnswerAsync(id, null, directory, cancellationToken);

    private static async Task<Results<Ok<LoginBody>, ProblemHttpResult>> Advance(
        Guid id, LoginRequest body, ChannelDirectory directory, CancellationToken cancellationToken)
    {
        LoginInput[] entered = [.. Entered(body)];
        return entered.Length > 1
            ? Problem.Invalid("code", "Enter one thing at a time: phone, code, password or qr.")
            : await AnswerAsync(id, entered is [var one] ? one : new LoginInput.Phone(null), directory, cancellationToken);
    }

    private static IEnumerable<LoginInput> Entered(LoginRequest body)
    {
        if (body.Phone is { } phone)
        {
            yield return new LoginInput.Phone(phone);
        }

        if (body.Code is { } code)
        {
            yield return new LoginInput.Code(code);
        }

        if (body.Password is { } password)
        {
            yield return new LoginInput.Password(password);
        }

        if (body.Qr == true)
        {
            yield return new LoginInput.Qr();
        }
    }

    private static async Task<Results<Ok<LoginBody>, ProblemHttpResult>> AnswerAsync(
        Guid id, LoginInput? input, ChannelDirectory directory, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(new ChannelId(id), cancellationToken) is not { } channel)
        {
            return Problem.NotFound("channel");
        }

        if (channel.Platform is not ILoginPlatform platform)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "no-login", "Channels of this platform are not signed in.");
        }

        if (!channel.Row.Enabled)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "channel-disabled", "Enable the channel first.");
        }

        return await platform.LoginAsync(channel.Connection, input, cancellationToken) switch
        {
            LoginAnswer.At { Step: var step } => TypedResults.Ok(new LoginBody(step.Need, step.Link, step.Hint)),
            LoginAnswer.Refused { Detail: var detail } =>
                Problem.Of(StatusCodes.Status422UnprocessableEntity, "login-refused", detail),
            _ => Problem.Of(
                StatusCodes.Status409Conflict, "session-elsewhere",
                "The session is held by another node, or not open yet. Ask that node, or try again in a moment."),
        };
    }
}
