using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Desks.Webim;

/// <summary>One message as Webim takes them: a text, a file, or a pressed button.</summary>
internal abstract record WebimPiece
{
    private WebimPiece()
    {
    }

    /// <summary>Names the case only: a record prints its members, and these are a customer's words.</summary>
    public sealed override string ToString() => GetType().Name;

    public sealed record Words(string Text) : WebimPiece
    {
        /// <summary>Who says it, where it is not the visitor.</summary>
        public string? Name { get; init; }
    }

    public sealed record File(Uri Address, string Name, Attachment About) : WebimPiece;

    public sealed record Press(string ButtonId, string Label, string KeyboardId) : WebimPiece;

    /// <summary>Its JSON, under an id that stays the same at every try.</summary>
    public JsonObject ToJson(string id)
    {
        var json = new JsonObject { ["id"] = id };
        switch (this)
        {
            case Words words:
                json["kind"] = WebimKinds.Visitor;
                json["text"] = words.Text;
                if (words.Name is { } name)
                {
                    json["name"] = name;
                }

                break;
            case File file:
                json["kind"] = WebimKinds.VisitorFile;
                json["data"] = new JsonObject
                {
                    ["url"] = file.Address.AbsoluteUri,
                    ["name"] = file.Name,
                    ["media_type"] = file.About.MimeType ?? "application/octet-stream",
                };
                if (file.About.Size is { } size)
                {
                    json["data"]!["size"] = size;
                }

                break;
            case Press press:
                json["kind"] = WebimKinds.KeyboardResponse;
                json["data"] = new JsonObject
                {
                    ["button"] = new JsonObject { ["id"] = press.ButtonId, ["text"] = press.Label },
                    ["request"] = new JsonObject { ["messageId"] = press.KeyboardId },
                };
                break;
        }

        return json;
    }
}
