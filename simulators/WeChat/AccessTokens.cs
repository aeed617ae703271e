using System.Globalization;

namespace Rozmova.Simulators.WeChat;

/// <summary>The access tokens of one account: one is current, the others are remembered to say what is wrong with them.</summary>
public sealed class AccessTokens
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _ends = [];
    private readonly string _appId;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;
    private string? _current;

    internal AccessTokens(string appId, TimeProvider time, TimeSpan lifetime)
    {
        _appId = appId;
        _time = time;
        _lifetime = lifetime;
    }

    /// <summary>How many were made.</summary>
    public int Issued
    {
        get
        {
            lock (_gate)
            {
                return _ends.Count;
            }
        }
    }

    /// <summary>Makes the current one invalid, as another program does that fetches one.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _current = null;
            foreach (var token in _ends.Keys.ToArray())
            {
                _ends[token] = DateTimeOffset.MinValue;
            }
        }
    }

    internal (string Token, int ExpiresIn) Issue(bool force)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (force || _current is null || _ends[_current] - now < RenewBefore)
            {
                if (force && _current is not null)
                {
                    _ends[_current] = DateTimeOffset.MinValue;
                }

                _current = string.Create(CultureInfo.InvariantCulture, $"83_{_appId}_{_ends.Count + 1}");
                _ends[_current] = now + _lifetime;
            }

            return (_current, (int)(_ends[_current] - now).TotalSeconds);
        }
    }

    internal bool Knows(string token)
    {
        lock (_gate)
        {
            return _ends.ContainsKey(token);
        }
    }

    internal void Check(string token)
    {
        lock (_gate)
        {
            var end = _ends[token];
            if (end == DateTimeOffset.MinValue)
            {
                throw new RefusedCallException(40001, "invalid credential, access_token is invalid or not latest");
            }

            if (end <= _time.GetUtcNow())
            {
                throw new RefusedCallException(42001, "access_token expired");
            }
        }
    }
}
