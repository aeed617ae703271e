using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>The requests we make, by the names of TDLib's schema 1.8.65 (<c>td_api.tl</c>).</summary>
internal static class TdRequests
{
    public static JsonObject Of(string type) => new() { ["@type"] = type };

    public static JsonObject SetParameters(long apiId, string apiHash, SessionFolder folder, string key) => new()
    {
        ["@type"] = "setTdlibParameters",
        ["api_id"] = apiId,
        ["api_hash"] = apiHash,
        ["database_directory"] = folder.Database,
        ["files_directory"] = folder.Files,
        ["database_encryption_key"] = key,
        ["use_file_database"] = true,
        ["use_chat_info_database"] = true,
        ["use_message_database"] = true, // without it deletions of what came before a restart are not told
        ["use_secret_chats"] = false,
        ["system_language_code"] = "en",
        ["device_model"] = "Rozmova",
        ["application_version"] = "1",
    };

    public static JsonObject SetPhone(string number) => new() { ["@type"] = "setAuthenticationPhoneNumber", ["phone_number"] = number };

    public static JsonObject RequestQr() => new()
    {
        ["@type"] = "requestQrCodeAuthentication", ["other_user_ids"] = new JsonArray(),
    };

    public static JsonObject CheckCode(string code) => new() { ["@type"] = "checkAuthenticationCode", ["code"] = code };

    public static JsonObject CheckEmailCode(string code) => new()
    {
        ["@type"] = "checkAuthenticationEmailCode",
        ["code"] = new JsonObject { ["@type"] = "emailAddressAuthenticationCode", ["code"] = code },
    };

    public static JsonObject CheckPassword(string password) => new() { ["@type"] = "checkAuthenticationPassword", ["password"] = password };

    public static JsonObject LoadChats(string list, int limit) => Chats("loadChats", list, limit);

    public static JsonObject GetChats(string list, int limit) => Chats("getChats", list, limit);

    public static JsonObject GetChat(long chat) => new() { ["@type"] = "getChat", ["chat_id"] = chat };

    /// <summary>Makes TDLib know a person's chat that it has not loaded since its start.</summary>
    public static JsonObject CreatePrivateChat(long user) => new() { ["@type"] = "createPrivateChat", ["user_id"] = user, ["force"] = false };

    public static JsonObject GetHistory(long chat, long from, int limit) => new()
    {
        ["@type"] = "getChatHistory", ["chat_id"] = chat, ["from_message_id"] = from, ["offset"] = 0, ["limit"] = limit, ["only_local"] = false,
    };

    public static JsonObject GetMessage(long chat, long message) => new()
    {
        ["@type"] = "getMessage", ["chat_id"] = chat, ["message_id"] = message,
    };

    public static JsonObject Send(long chat, JsonObject content, long? replyTo)
    {
        var request = new JsonObject { ["@type"] = "sendMessage", ["chat_id"] = chat, ["input_message_content"] = content };
        if (replyTo is { } message)
        {
            request["reply_to"] = new JsonObject { ["@type"] = "inputMessageReplyToMessage", ["message_id"] = message };
        }

        return request;
    }

    public static JsonObject EditText(long chat, long message, JsonObject content) => new()
    {
        ["@type"] = "editMessageText", ["chat_id"] = chat, ["message_id"] = message, ["input_message_content"] = content,
    };

    public static JsonObject EditCaption(long chat, long message, JsonObject caption) => new()
    {
        ["@type"] = "editMessageCaption", ["chat_id"] = chat, ["message_id"] = message, ["caption"] = caption,
    };

    public static JsonObject Delete(long chat, long message) => new()
    {
        ["@type"] = "deleteMessages", ["chat_id"] = chat, ["message_ids"] = new JsonArray(message), ["revoke"] = true,
    };

    public static JsonObject AddReaction(long chat, long message, string emoji) => new()
    {
        ["@type"] = "addMessageReaction", ["chat_id"] = chat, ["message_id"] = message, ["reaction_type"] = Emoji(emoji),
        ["is_big"] = false, ["update_recent_reactions"] = false,
    };

    public static JsonObject RemoveReaction(long chat, long message, string emoji) => new()
    {
        ["@type"] = "removeMessageReaction", ["chat_id"] = chat, ["message_id"] = message, ["reaction_type"] = Emoji(emoji),
    };

    public static JsonObject ShowTyping(long chat) => new()
    {
        ["@type"] = "sendChatAction", ["chat_id"] = chat, ["action"] = Of("chatActionTyping"),
    };

    /// <summary><c>force_read</c>: the chat is not open on a screen, which is what TDLib would ask for.</summary>
    public static JsonObject View(long chat, long message) => new()
    {
        ["@type"] = "viewMessages", ["chat_id"] = chat, ["message_ids"] = new JsonArray(message), ["force_read"] = true,
    };

    /// <summary>Answered when the whole file is there.</summary>
    public static JsonObject Download(long file) => new()
    {
        ["@type"] = "downloadFile", ["file_id"] = file, ["priority"] = 16, ["offset"] = 0, ["limit"] = 0, ["synchronous"] = true,
    };

    public static JsonObject DeleteFile(long file) => new() { ["@type"] = "deleteFile", ["file_id"] = file };

    private static JsonObject Emoji(string emoji) => new() { ["@type"] = "reactionTypeEmoji", ["emoji"] = emoji };

    private static JsonObject Chats(string type, string list, int limit) => new()
    {
        ["@type"] = type, ["chat_list"] = Of(list), ["limit"] = limit,
    };
}
