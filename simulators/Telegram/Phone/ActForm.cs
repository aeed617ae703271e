namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>A button that does something and leaves the page as it is: its answer goes to a frame nobody sees.</summary>
internal static class ActForm
{
    public static Html Sink { get; } = new("<iframe name=\"sink\" hidden title=\"Answers\"></iframe>");

    public static Html Button(Customer customer, string label, params (string Name, string Value)[] fields) => Html.Of($"""
        <form method="post" action="{PhonePaths.Of(customer)}/act" target="sink">
        {Html.Join(fields.Select(Field))}<button>{label}</button></form>
        """);

    private static Html Field((string Name, string Value) field) =>
        Html.Of($"<input type=\"hidden\" name=\"{field.Name}\" value=\"{field.Value}\">");
}

/// <summary>Addresses of the phone's pages.</summary>
internal static class PhonePaths
{
    public static string Of(Customer customer) => $"/phone/{customer.Bot.Id}/{customer.Id}";

    /// <summary>A group as one of its members sees it.</summary>
    public static string Of(Customer member, Group group) => $"{Of(member)}/group/{group.Id}";
}
