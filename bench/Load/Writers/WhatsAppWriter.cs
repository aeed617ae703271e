namespace Rozmova.Bench.Writers;

/// <summary>One message in Meta's envelope for WhatsApp.</summary>
internal sealed class WhatsAppWriter : MessageWriter
{
    private const string PhoneNumberId = "106540352242922";
    private const long FirstPhone = 380_670_000_000;

    public override string Platform => "whatsapp";

    public override Dictionary<string, string> Settings(string api) => new()
    {
        ["accessToken"] = "the-token-of-the-benchmarks",
        ["phoneNumberId"] = PhoneNumberId,
        ["appSecret"] = MetaRequest.AppSecret,
        ["baseUrl"] = api,
    };

    public override WrittenMessage Write(int number, int person, DateTimeOffset at)
    {
        var phone = FirstPhone + person;
        return MetaRequest.Sign(Format($$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"{{{PhoneNumberId}}}"},"contacts":[{"profile":{"name":"Olena Kovalenko"},"wa_id":"{{{phone}}}"}],"messages":[{"from":"{{{phone}}}","id":"wamid.HBgMMzgwNjcwMDAwMDAwFQIAEhgUM0E{{{number:D9}}}AA==","timestamp":"{{{at.ToUnixTimeSeconds()}}}","text":{"body":"{{{TextOf(number)}}}"},"type":"text"}]},"field":"messages"}]}]}
            """));
    }
}
