namespace Rozmova.Simulators.WeChat;

/// <summary>The API says no.</summary>
internal sealed class RefusedCallException(int code, string message) : Exception(message)
{
    public int Code => code;
}
