using System.Globalization;

namespace Rozmova.Simulators.WeChat;

/// <summary>What a follower does.</summary>
public sealed partial class Follower
{
    private static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48);
    private static readonly TimeSpan TapWindow = TimeSpan.FromMinutes(1);
    private const int AnswersToTap = 3;

    /// <summary>Opens the 48 hours without a word, as if the follower had just written.</summary>
    public Follower AlreadyWrote()
    {
        Allowance.Open(Account.Simulator.Options.AnswersPerMessage, MessageWindow);
        return this;
    }

    public Push SendText(string text) => Send("text", Element("Content", text));

    public Push SendImage(SimulatedFile file)
    {
        var id = Account.Media.Keep(file);
        return Send("image", Element("PicUrl", $"http://mmbiz.example.invalid/{id}") + Element("MediaId", id));
    }

    public Push SendVoice(SimulatedFile file, string? recognition = null) => Send(
        "voice",
        Element("MediaId", Account.Media.Keep(file)) + Element("Format", "amr") + (recognition is null ? "" : Element("Recognition", recognition)));

    public Push SendVideo(SimulatedFile file) => Send(
        "video", Element("MediaId", Account.Media.Keep(file)) + Element("ThumbMediaId", "mTHM01"));

    public Push SendLocation(double latitude, double longitude, string label) => Send("location", string.Create(
        CultureInfo.InvariantCulture,
        $"<Location_X>{latitude:F6}</Location_X><Location_Y>{longitude:F6}</Location_Y><Scale>16</Scale>{Element("Label", label)}"));

    public Push SendLink(string title, string description, string url) =>
        Send("link", Element("Title", title) + Element("Description", description) + Element("Url", url));

    /// <summary>A file of a kind whose content WeChat hands to nobody.</summary>
    public Push SendFile(string name, long bytes) => Send("file", string.Create(
        CultureInfo.InvariantCulture,
        $"{Element("Title", name)}{Element("Description", "")}{Element("FileKey", "fk01")}<FileTotalLen>{bytes}</FileTotalLen>"));

    /// <summary>Taps a line of a menu in a message: it comes as a text that carries the line's id, and counts as a tap.</summary>
    public Push TapLine(MenuLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Allowance.Open(AnswersToTap, TapWindow);
        return Publish("text", Element("Content", line.Content) + Id() + $"<bizmsgmenuid>{line.Id}</bizmsgmenuid>");
    }

    public Push Subscribe(string? scene = null)
    {
        IsFollowing = true;
        Allowance.Open(AnswersToTap, TapWindow);
        return Happen("subscribe", Element("EventKey", scene is null ? "" : $"qrscene_{scene}") + (scene is null ? "" : Ticket));
    }

    public Push Unsubscribe()
    {
        IsFollowing = false;
        return Happen("unsubscribe", Element("EventKey", ""));
    }

    public Push Scan(string scene)
    {
        Allowance.Open(AnswersToTap, TapWindow);
        return Happen("SCAN", Element("EventKey", scene) + Ticket);
    }

    /// <summary>Lets the account know where they are, as a phone does every few seconds.</summary>
    public Push ReportLocation(double latitude, double longitude) => Happen("LOCATION", string.Create(
        CultureInfo.InvariantCulture,
        $"<Latitude>{latitude:F6}</Latitude><Longitude>{longitude:F6}</Longitude><Precision>65.000000</Precision>"));

    public Push PressMenu(string key)
    {
        Allowance.Open(AnswersToTap, TapWindow);
        return Happen("CLICK", Element("EventKey", key));
    }

    public Push OpenPage(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Happen("VIEW", Element("EventKey", page.AbsoluteUri) + "<MenuId>441000001</MenuId>");
    }

    /// <summary>WeChat tells what became of a template message: <c>success</c>, <c>failed:user block</c>, <c>failed: system failed</c>.</summary>
    public Push ReportTemplate(long messageId, string status) => Happen(
        "TEMPLATESENDJOBFINISH",
        string.Create(CultureInfo.InvariantCulture, $"<MsgID>{messageId}</MsgID>{Element("Status", status)}"));

    /// <summary>Sends a message of any kind, its elements given as WeChat writes them.</summary>
    public Push Send(string type, string elements)
    {
        AlreadyWrote();
        return Publish(type, elements + Id());
    }

    /// <summary>Does anything else: an event, its elements given as WeChat writes them.</summary>
    public Push Happen(string name, string elements) => Publish("event", Element("Event", name) + elements);

    internal static string Element(string name, string text) =>
        $"<{name}><![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]></{name}>";

    private static string Ticket => Element("Ticket", "tkt-0001");

    private string Id() => string.Create(CultureInfo.InvariantCulture, $"<MsgId>{Account.Simulator.NextMessageId()}</MsgId>");

    private Push Publish(string type, string elements) => Account.Publish(this, string.Create(
        CultureInfo.InvariantCulture,
        $"{Element("ToUserName", Account.Settings.OriginalId)}{Element("FromUserName", OpenId)}"
        + $"<CreateTime>{Account.Time.GetUtcNow().ToUnixTimeSeconds()}</CreateTime>{Element("MsgType", type)}{elements}"));
}
