using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>The pages on which a person plays the customers: no scripts, only forms, frames and one endless answer.</summary>
internal static class PhonePage
{
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; frame-src 'self'; form-action 'self'";

    private static readonly byte[] Stylesheet = ReadStylesheet();

    public static Task HandleAsync(
        TelegramSimulator simulator, HttpContext context, string path, CancellationToken cancellationToken)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments switch
        {
            [] => ShowAsync(context, PhoneShell.Render(simulator, FirstCustomer(simulator)), cancellationToken),
            ["phone.css"] => SendAsync(context, "text/css", Stylesheet, cancellationToken),
            ["phone", var bot] when IsOwnPost(context.Request) && FindBot(simulator, bot) is { } found =>
                AddCustomerAsync(simulator, found, context, cancellationToken),
            ["phone", var bot, var id, .. var rest] when FindCustomer(simulator, bot, id) is { } customer =>
                HandleAsync(simulator, context, customer, rest, cancellationToken),
            _ => NotFound(context),
        };
    }

    private static Task HandleAsync(
        TelegramSimulator simulator, HttpContext context, Customer customer, string[] rest, CancellationToken cancellationToken)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        switch (rest)
        {
            case [] when isGet:
                return ShowAsync(context, PhoneShell.Render(simulator, customer), cancellationToken);
            case ["thread"] when isGet:
                context.Response.ContentType = "text/html; charset=utf-8";
                return new PhoneThread(customer, context.Response).StreamAsync(cancellationToken);
            case ["composer"] when isGet:
                return ShowAsync(context, Composer(customer, context.Request.Query), cancellationToken);
            case ["composer"] when IsOwnPost(context.Request):
                return WriteAsync(customer, context, cancellationToken);
            case ["act"] when IsOwnPost(context.Request):
                return ActAsync(customer, context, cancellationToken);
            case ["group", var id] when isGet && FindGroup(customer, id) is { } group:
                return ShowAsync(context, PhoneShell.Render(simulator, customer, group), cancellationToken);
            case ["group", var id, "thread"] when isGet && FindGroup(customer, id) is { } group:
                context.Response.ContentType = "text/html; charset=utf-8";
                return new GroupThread(customer, group, context.Response).StreamAsync(cancellationToken);
            case ["file", var fileId] when customer.Bot.Files.FindById(fileId) is { } stored:
                return SendFileAsync(context, stored.File, cancellationToken);
            default:
                return NotFound(context);
        }
    }

    private static Html Composer(Customer customer, IQueryCollection query)
    {
        return PhoneComposer.Render(customer, Message(query["reply"]), Message(query["edit"]));

        ChatMessage? Message(string? id) =>
            int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? customer.Chat.Find(number) : null;
    }

    private static async Task WriteAsync(Customer customer, HttpContext context, CancellationToken cancellationToken)
    {
        await PhoneActs.WriteAsync(customer, await context.Request.ReadFormAsync(cancellationToken), cancellationToken);
        Redirect(context, $"{PhonePaths.Of(customer)}/composer");
    }

    private static async Task ActAsync(Customer customer, HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        try
        {
            PhoneActs.Act(customer, form);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (InvalidOperationException)
        {
            // The button was on a message or a keyboard that has changed since the page drew it.
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }

    private static async Task AddCustomerAsync(
        TelegramSimulator simulator, BotAccount bot, HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var name = form["name"].ToString().Trim();
        Redirect(context, PhonePaths.Of(simulator.AddCustomer(bot, name.Length > 0 ? name : "Somebody")));
    }

    /// <summary>Pictures are shown; whatever else a file claims to be, it is only ever saved.</summary>
    private static Task SendFileAsync(HttpContext context, SimulatedFile file, CancellationToken cancellationToken)
    {
        if (file.MimeType is "image/png" or "image/jpeg" or "image/gif" or "image/webp")
        {
            return SendAsync(context, file.MimeType, file.Content, cancellationToken);
        }

        context.Response.Headers.ContentDisposition = "attachment";
        return SendAsync(context, "application/octet-stream", file.Content, cancellationToken);
    }

    private static Task ShowAsync(HttpContext context, Html page, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.Markup, cancellationToken);
    }

    private static async Task SendAsync(
        HttpContext context, string type, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, cancellationToken);
    }

    private static void Redirect(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Browsers say where a post comes from; another site's is not ours.</summary>
    private static bool IsOwnPost(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.HasFormContentType
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private static Customer? FirstCustomer(TelegramSimulator simulator) =>
        simulator.Bots.SelectMany(bot => bot.Customers).FirstOrDefault();

    private static BotAccount? FindBot(TelegramSimulator simulator, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? simulator.Bots.FirstOrDefault(bot => bot.Id == number)
            : null;

    private static Customer? FindCustomer(TelegramSimulator simulator, string bot, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? FindBot(simulator, bot)?.FindCustomer(number)
            : null;

    private static Group? FindGroup(Customer member, string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? member.Bot.FindGroup(number) : null;

    private static byte[] ReadStylesheet()
    {
        using var stream = typeof(PhonePage).Assembly.GetManifestResourceStream("phone.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
