let audio: AudioContext | undefined;

/** Two soft notes, made here: no file to fetch. Browsers keep a page silent until somebody has touched it. */
export function chime() {
  audio ??= new AudioContext();
  const { currentTime: now, destination } = audio;
  [660, 880].forEach((frequency, index) => {
    const start = now + index * 0.12;
    const tone = new OscillatorNode(audio!, { type: 'sine', frequency });
    const volume = new GainNode(audio!, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.35);
    tone.connect(volume).connect(destination);
    tone.start(start);
    tone.stop(start + 0.4);
  });
}
