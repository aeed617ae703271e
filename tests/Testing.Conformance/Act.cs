using Rozmova.Messaging;

namespace Rozmova.Testing.Conformance;

/// <summary>What a customer does. <see cref="Name"/> is how a platform says that its customers can.</summary>
public abstract record Act(string Name)
{

    /// <summary>Writes.</summary>
    public sealed record Write(string Text) : Act("text");

    /// <summary>Sends a file, without words; <paramref name="Type"/> is its content type, also the act's name.</summary>
    public sealed record Send(string Type, SampleFile File) : Act(Type);

    /// <summary>Sends a place.</summary>
    public sealed record SendLocation(double Latitude, double Longitude) : Act("location");

    /// <summary>Sends a card of an address book.</summary>
    public sealed record SendContact(string Person, string Phone) : Act("contact");

    /// <summary>Presses this button of the newest message that has it, or the menu's item, or sends what such a press sends.</summary>
    public sealed record Press(string Label, string Key) : Act("press");

    /// <summary>Answers our newest message.</summary>
    public sealed record Reply(string Text) : Act("reply");

    /// <summary>Changes the own newest message.</summary>
    public sealed record Edit(string Text) : Act("edit");

    /// <summary>Takes the own newest message back.</summary>
    public sealed record Delete() : Act("delete");

    /// <summary>Reacts to our newest message.</summary>
    public sealed record React(string Emoji) : Act("reaction");

    /// <summary>Sends something of a kind that only a later version of the platform's documentation knows.</summary>
    public sealed record SendUnknown() : Act("unknown");

    /// <summary>Blocks the account, or unsubscribes from it.</summary>
    public sealed record Block() : Act("block");

    /// <summary>The platform reports this of our newest message. Had by whoever declares <c>delivered</c> and <c>read</c>.</summary>
    public sealed record Report(DeliveryReport What) : Act(What == DeliveryReport.Read ? "read" : "delivered");
}
