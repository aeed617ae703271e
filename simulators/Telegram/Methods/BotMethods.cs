using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>The bot about itself.</summary>
internal static class BotMethods
{
    private const int MostCommands = 100;

    public static Answer GetMe(BotCall call)
    {
        var me = call.Bot.ToUserJson();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = false;
        me["supports_inline_queries"] = false;
        me["has_main_web_app"] = false;
        return Answer.Of(me);
    }

    public static Answer SetMyCommands(BotCall call)
    {
        if (call.Parameters.Structure("commands") is not JsonArray commands)
        {
            throw RefusedCallException.BadRequest("can't parse commands JSON object");
        }

        if (commands.Count > MostCommands)
        {
            throw RefusedCallException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        if (commands.Any(each => (string?)each?["command"] is not { Length: >= 1 and <= 32 }))
        {
            throw RefusedCallException.BadRequest("BOT_COMMAND_INVALID");
        }

        if (commands.Any(each => (string?)each?["description"] is not { Length: >= 1 and <= 256 }))
        {
            throw RefusedCallException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }

        call.Bot.Commands.Set(Scope(call), Language(call), commands.DeepClone().AsArray());
        return Answer.True;
    }

    public static Answer GetMyCommands(BotCall call) => Answer.Of(call.Bot.Commands.Get(Scope(call), Language(call)));

    public static Answer DeleteMyCommands(BotCall call)
    {
        call.Bot.Commands.Delete(Scope(call), Language(call));
        return Answer.True;
    }

    private static string Scope(BotCall call) => call.Parameters.Structure("scope")?.ToJsonString() ?? "default";

    private static string Language(BotCall call) => call.Parameters.Text("language_code") ?? "";
}
