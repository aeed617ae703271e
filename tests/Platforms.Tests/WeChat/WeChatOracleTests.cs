using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Platforms.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>Two libraries for Node read what we write, and we read what they write.</summary>
public sealed class WeChatOracleTests
{
    private const string Script = """
        const { decrypt, encrypt, getSignature } = require('@wecom/crypto');
        const WXBizMsgCrypt = require('wechat-crypto');
        const [token, key, appId, work] = process.argv.slice(1);
        const other = new WXBizMsgCrypt(token, key, appId);
        console.log(JSON.stringify(JSON.parse(work).map(({ encrypted, message }) => ({
          read: [decrypt(key, encrypted).message, other.decrypt(encrypted).message],
          appIds: [decrypt(key, encrypted).id, other.decrypt(encrypted).id],
          signed: [getSignature(token, '1717000001', '42', encrypted), other.getSignature('1717000001', '42', encrypted)],
          written: [encrypt(key, message, appId), other.encrypt(message)],
        }))));
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Others_read_what_we_encrypt_and_we_read_what_they_encrypt()
    {
        var crypt = new WeChatCrypt(WeChatUnderTest.EncodingAesKey, WeChatUnderTest.AppId);
        string[] messages = [.. Enumerable.Range(0, 40).Select(length => $"<xml>{new string('ї', length)}👋</xml>")];
        string[] encrypted = [.. messages.Select(message => crypt.Encrypt(Encoding.UTF8.GetBytes(message)))];

        var answers = await AskAsync(messages, encrypted);

        foreach (var (answer, message, ours) in answers.Zip(messages, encrypted))
        {
            var signature = WeChatSignature.Of(WeChatUnderTest.Token, "1717000001", "42", ours);
            Texts(answer!["read"]).ShouldBe([message, message]);
            Texts(answer["appIds"]).ShouldBe([WeChatUnderTest.AppId, WeChatUnderTest.AppId]);
            Texts(answer["signed"]).ShouldBe([signature, signature]);
            Texts(answer["written"]).Select(theirs => Encoding.UTF8.GetString(crypt.Decrypt(theirs)!.Value.Span))
                .ShouldBe([message, message]);
        }
    }

    private static async Task<JsonArray> AskAsync(string[] messages, string[] encrypted)
    {
        var folder = Path.Combine(Root(), "tests", "Oracles", "wechat");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "wechat-crypto")))
        {
            using var npm = Start(folder, "npm", "ci", "--loglevel=error");
            await npm.WaitForExitAsync().WaitAsync(Patience);
            npm.ExitCode.ShouldBe(0, "npm ci in tests/Oracles/wechat");
        }

        var work = JsonSerializer.Serialize(messages.Zip(encrypted, (message, ours) => new { message, encrypted = ours }));
        using var node = Start(
            folder, "node", "-e", Script, WeChatUnderTest.Token, WeChatUnderTest.EncodingAesKey, WeChatUnderTest.AppId, work);
        var answer = await node.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        return JsonNode.Parse(answer)!.AsArray();
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(text => (string)text!);

    private static Process Start(string folder, string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rozmova.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
