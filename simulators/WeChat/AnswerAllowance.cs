namespace Rozmova.Simulators.WeChat;

/// <summary>How many messages an account may still send to one follower, and until when.</summary>
internal sealed class AnswerAllowance(TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _until;
    private int _left;

    public void Open(int answers, TimeSpan window)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + window;
            _left = Math.Max(answers, _until > time.GetUtcNow() ? _left : 0);
            _until = until > _until ? until : _until;
        }
    }

    public void Use()
    {
        lock (_gate)
        {
            if (time.GetUtcNow() >= _until)
            {
                throw new RefusedCallException(45015, "response out of time limit or subscription is canceled");
            }

            if (_left == 0)
            {
                throw new RefusedCallException(45047, "out of response count limit");
            }

            _left--;
        }
    }

    /// <summary>Looks without using anything up.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return time.GetUtcNow() < _until;
            }
        }
    }
}
