using Microsoft.Extensions.Options;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.TelegramUser;
using Rozmova.Simulators.TelegramUser;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.TelegramUser;

public sealed class TelegramUserLoginTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TdSimulator _simulator = new(TimeProvider.System);
    private TelegramUserUnderTest _program = null!;

    public Task InitializeAsync()
    {
        _program = Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _program.DisposeAsync();

    public void Dispose()
    {
        _simulator.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_code_and_the_second_password_sign_in_and_wrong_ones_are_explained()
    {
        _simulator.AddAccount(TelegramUserUnderTest.Phone, "22222", "swordfish");
        await _program.StandsAsync(ConnectionState.NeedsLogin);

        (await _program.StepAsync(null)).Need.ShouldBe(LoginNeed.Phone);
        (await _program.StepAsync(new LoginInput.Phone(null))).Need.ShouldBe(LoginNeed.Code);
        (await RefusedAsync(new LoginInput.Code("1"))).ShouldContain("not the code");
        var step = await _program.StepAsync(new LoginInput.Code("22222"));
        step.Need.ShouldBe(LoginNeed.Password);
        step.Hint!.ShouldContain("the usual");
        (await RefusedAsync(new LoginInput.Password("carp"))).ShouldContain("second password");
        (await _program.StepAsync(new LoginInput.Password("swordfish"))).Need.ShouldBe(LoginNeed.Ready);

        await _program.StandsAsync(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_scanned_link_signs_in()
    {
        var account = _simulator.AddAccount(TelegramUserUnderTest.Phone, "22222");
        await _program.StandsAsync(ConnectionState.NeedsLogin);

        var step = await _program.StepAsync(new LoginInput.Qr());
        account.Scan(step.Link!);

        step.Need.ShouldBe(LoginNeed.Qr);
        await _program.StandsAsync(ConnectionState.Connected);
    }

    [Fact]
    public async Task The_sign_in_outlives_the_program_and_its_key_is_not_in_clear()
    {
        await _program.SignInAsync(_simulator.AddAccount(TelegramUserUnderTest.Phone, "22222"));
        await _program.DisposeAsync();

        _program = Start();

        await _program.StandsAsync(ConnectionState.Connected);
        var key = Directory.GetFiles(_data.Path, "key", SearchOption.AllDirectories).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(key)).Length.ShouldBeGreaterThan(64); // 32 bytes in clear are 44 letters
    }

    [Fact]
    public async Task A_session_ended_on_the_phone_asks_for_a_sign_in()
    {
        var account = _simulator.AddAccount(TelegramUserUnderTest.Phone, "22222");
        await _program.SignInAsync(account);

        account.EndOtherSessions();

        await _program.StandsAsync(ConnectionState.NeedsLogin);
        (await _program.StepAsync(null)).Need.ShouldBe(LoginNeed.Phone);
    }

    [Fact]
    public async Task A_deleted_channel_is_signed_out_and_leaves_nothing()
    {
        var account = _simulator.AddAccount(TelegramUserUnderTest.Phone, "22222");
        await _program.SignInAsync(account);

        await _program.Platform.LogOutAsync(_program.Channel, CancellationToken.None);

        account.IsSignedIn.ShouldBeFalse();
        _simulator.Requests.ShouldContain("logOut");
        Directory.GetDirectories(Path.Combine(_data.Path, "telegram-user")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_library_the_channel_says_what_to_install()
    {
        var missing = new NativeTdJson(Options.Create(new TelegramUserOptions { TdLibrary = _data.File("libtdjson.so") }));
        await using var program = new TelegramUserUnderTest(missing, _data.Path);

        var report = (await program.PollAsync()).Report;

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("libtdjson");
    }

    private TelegramUserUnderTest Start() => new(new SimulatedTdJson(_simulator), _data.Path);

    private async Task<string> RefusedAsync(LoginInput input) =>
        (await _program.Platform.LoginAsync(_program.Channel, input, CancellationToken.None))
            .ShouldBeOfType<LoginAnswer.Refused>().Detail;
}
