using System.Text.Json.Nodes;

namespace Rozmova.Simulators.TelegramUser;

/// <summary>One client of TDLib: its sign-in, and what is asked once it is signed in.</summary>
internal sealed class TdConnection(TdSimulator simulator, int id)
{
    private const string Tdlib = "authorizationStateWaitTdlibParameters";

    private string _state = Tdlib;
    private string _folder = "";
    private SimulatedAccount? _account;

    public string Files { get; private set; } = "";

    public void Take(JsonObject request)
    {
        var answer = Answer(request);
        if (request["@extra"] is { } extra)
        {
            answer["@extra"] = extra.DeepClone();
            simulator.Say(id, answer);
        }

        if (_state == "ready" && (string)request["@type"]! == "sendMessage" && (string)answer["@type"]! == "message")
        {
            _account!.Finish(answer);
        }
    }

    public void Update(JsonObject update) => simulator.Say(id, update);

    /// <summary>Signed in, on the phone's word or by code.</summary>
    public void Welcome(SimulatedAccount account)
    {
        _account = account;
        simulator.SignIn(_folder, account);
        Begin();
    }

    /// <summary>The account's owner ended this session from their phone.</summary>
    public void ThrowOut()
    {
        simulator.SignOut(_folder);
        Close("authorizationStateLoggingOut");
    }

    public void SetConnection(string state) =>
        Update(new JsonObject { ["@type"] = "updateConnectionState", ["state"] = Td.Of(state) });

    private JsonObject Answer(JsonObject request) => (string)request["@type"]! switch
    {
        "getAuthorizationState" => Tell(),
        "setTdlibParameters" => SetParameters(request),
        "setAuthenticationPhoneNumber" => SetPhone((string)request["phone_number"]!),
        "checkAuthenticationCode" => Check((string)request["code"]!, _account?.Code, "PHONE_CODE_INVALID", _account?.Password is null),
        "checkAuthenticationPassword" => Check((string)request["password"]!, _account?.Password, "PASSWORD_HASH_INVALID", true),
        "requestQrCodeAuthentication" => AskForScan(),
        "close" => Close("authorizationStateClosing"),
        "logOut" => LogOut(),
        _ when _state != "ready" => Td.Error(401, "Unauthorized"),
        _ => _account!.Answer(request, this),
    };

    private JsonObject Tell()
    {
        State(Td.Of(_state));
        return Td.Of(_state);
    }

    private JsonObject SetParameters(JsonObject request)
    {
        _folder = (string)request["database_directory"]!;
        Files = (string)request["files_directory"]!;
        if (simulator.FindSignedIn(_folder) is { } account)
        {
            _account = account;
            Begin();
        }
        else
        {
            Move(Td.Of("authorizationStateWaitPhoneNumber"));
        }

        return Td.Of("ok");
    }

    private JsonObject SetPhone(string number)
    {
        if (simulator.FindAccount(number) is not { } account)
        {
            return Td.Error(400, "PHONE_NUMBER_INVALID");
        }

        _account = account;
        Move(new JsonObject
        {
            ["@type"] = "authorizationStateWaitCode",
            ["code_info"] = new JsonObject { ["phone_number"] = number, ["type"] = Td.Of("authenticationCodeTypeTelegramMessage") },
        });
        return Td.Of("ok");
    }

    private JsonObject Check(string entered, string? right, string error, bool isLast)
    {
        if (_account is null || entered != right)
        {
            return Td.Error(400, error);
        }

        if (isLast)
        {
            Welcome(_account);
        }
        else
        {
            Move(new JsonObject { ["@type"] = "authorizationStateWaitPassword", ["password_hint"] = "the usual" });
        }

        return Td.Of("ok");
    }

    private JsonObject AskForScan()
    {
        var link = $"tg://login?token={simulator.NextNumber()}";
        simulator.Links[link] = this;
        Move(new JsonObject { ["@type"] = "authorizationStateWaitOtherDeviceConfirmation", ["link"] = link });
        return Td.Of("ok");
    }

    private JsonObject LogOut()
    {
        simulator.SignOut(_folder);
        return Close("authorizationStateLoggingOut");
    }

    private JsonObject Close(string how)
    {
        _account?.Leave(this);
        State(Td.Of(how));
        Move(Td.Of("authorizationStateClosed"));
        return Td.Of("ok");
    }

    private void Begin()
    {
        Move(Td.Of("authorizationStateReady"));
        _state = "ready";
        SetConnection("connectionStateReady");
        _account!.Join(this);
    }

    private void Move(JsonObject state)
    {
        _state = (string)state["@type"]!;
        State(state);
    }

    private void State(JsonObject state) =>
        Update(new JsonObject { ["@type"] = "updateAuthorizationState", ["authorization_state"] = state });
}
