import { useEffect, useRef, useState } from 'react';

/** What messengers make a voice note of, best first; browsers differ in what they can write. */
const types = ['audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm;codecs=opus'];

const endings: Record<string, string> = { 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/webm': 'webm' };

/** Records from the moment it is shown until it is stopped. */
export function useRecording(onDone: (file: File) => void, onCancel: () => void) {
  const [level, setLevel] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [error, setError] = useState<Error | null>(null);
  const recorder = useRef<MediaRecorder>(undefined);
  const done = useRef(onDone);
  done.current = onDone;

  useEffect(() => {
    let isOver = false;
    let release = () => {};
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      (stream) => {
        if (isOver) {
          stream.getTracks().forEach((track) => track.stop());
          return;
        }
        recorder.current = record(stream, (file) => {
          if (!isOver) {
            done.current(file);
          }
        });
        const stopMetering = meter(stream, setLevel);
        const timer = setInterval(() => setSeconds((last) => last + 1), 1000);
        release = () => {
          clearInterval(timer);
          stopMetering();
          stream.getTracks().forEach((track) => track.stop());
        };
      },
      (reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      isOver = true;
      release();
    };
  }, []);

  return { level, seconds, error, stop: () => recorder.current?.stop(), cancel: onCancel };
}

function record(stream: MediaStream, onFile: (file: File) => void): MediaRecorder {
  const recorder = new MediaRecorder(stream, { mimeType: types.find((type) => MediaRecorder.isTypeSupported(type)) });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    const type = recorder.mimeType.split(';')[0] ?? 'audio/webm';
    onFile(new File(parts, `voice.${endings[type] ?? 'webm'}`, { type }));
  };
  recorder.start();
  return recorder;
}

/** Tells ten times a second how loud it is, from 0 to 1. */
function meter(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    onLevel(Math.min(1, (Math.max(...samples) - 128) / 100));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
