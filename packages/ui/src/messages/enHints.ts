import type { MessageKey } from './MessageKey.js';

/** English hints: a few words first, a full explanation when a person stays stuck. */
export const enHints: Readonly<Record<Extract<MessageKey, `hint.${string}`>, string>> = {
  'hint.no-face.0': 'Look at the camera',
  'hint.no-face.1': 'Bring your whole face into the oval',
  'hint.no-face.2':
    'No face in view. Hold the camera at eye level, an arm’s length away, and check that the lens is clear.',
  'hint.gate.several-faces.0': 'Only you in the picture, please',
  'hint.gate.several-faces.1': 'Someone else can be seen. Wait until you’re alone',
  'hint.gate.several-faces.2':
    'Another face is in view. A poster or a screen behind you counts too: turn to a plain wall.',
  'hint.gate.too-far.0': 'Come a little closer',
  'hint.gate.too-far.1': 'Bring the camera closer, until your face fills the oval',
  'hint.gate.too-far.2': 'Your face is too small in the picture. Bend your arm and bring the camera closer.',
  'hint.gate.too-close.0': 'Move back a little',
  'hint.gate.too-close.1': 'Hold the camera further away, until the oval frames your face',
  'hint.gate.too-close.2': 'Your face is too large in the picture. Hold the camera at arm’s length.',
  'hint.gate.off-centre.0': 'Centre your face',
  'hint.gate.off-centre.1': 'Move the camera until your face is in the middle of the oval',
  'hint.gate.off-centre.2':
    'Your face is near the edge. Hold the camera straight in front of you, at eye level.',
  'hint.gate.not-frontal.0': 'Look straight ahead',
  'hint.gate.not-frontal.1': 'Face the camera and keep your head upright',
  'hint.gate.not-frontal.2':
    'You’re looking past the camera. Hold it at eye level and look straight into it.',
  'hint.gate.too-dark.0': 'It’s too dark here',
  'hint.gate.too-dark.1': 'Move to a brighter place, or face a lamp',
  'hint.gate.too-dark.2':
    'Your face is in the dark. Turn towards a window or a lamp and raise the screen’s brightness.',
  'hint.gate.too-bright.0': 'The light is too strong',
  'hint.gate.too-bright.1': 'Move out of the bright light',
  'hint.gate.too-bright.2': 'Your face is overexposed. Step out of direct sun, or turn away from the lamp.',
  'hint.gate.backlit.0': 'The light is behind you',
  'hint.gate.backlit.1': 'Turn round, so that the light falls on your face',
  'hint.gate.backlit.2': 'A bright window or lamp is behind you. Face it instead, or move to another spot.',
  'hint.gate.blurred.0': 'Hold still, the picture is blurred',
  'hint.gate.blurred.1': 'Hold the camera steady and wipe the lens',
  'hint.gate.blurred.2':
    'The picture stays blurred. Wipe the lens, rest your elbow on something, and look for more light.',
  'hint.gate.occluded.0': 'Show your whole face',
  'hint.gate.occluded.1': 'Take off a mask, and move hair or hands away from your face',
  'hint.gate.occluded.2':
    'Part of your face is covered. Take off a mask, scarf or dark glasses for these few seconds.',
  'hint.gate.eyes-closed.0': 'Open your eyes',
  'hint.gate.eyes-closed.1': 'Keep your eyes open and look at the camera',
  'hint.gate.eyes-closed.2':
    'Your eyes can’t be seen. Take off dark glasses and tilt your head until reflections are gone.',
  'hint.action.blink-slower': 'Blink more slowly',
  'hint.action.open-wider': 'Open a little wider',
  'hint.action.hold-open': 'Good, keep it open',
  'hint.action.turn-further': 'A little further',
  'hint.action.turn-back': 'Good, now turn back',
  'hint.action.other-side': 'To the other side',
  'hint.action.nod-deeper': 'Nod a little deeper',
  'hint.action.nod-return': 'Good, now look up again',
  'hint.action.come-closer': 'A little closer',
  'hint.action.move-away': 'A little further away',
  'hint.stuck.blink.1': 'Close both eyes, then open them again',
  'hint.stuck.blink.2':
    'Close both eyes fully for half a second, then open them wide. Glasses may reflect: tilt your head a little.',
  'hint.stuck.mouth-open.1': 'Open wide, as if to say “ah”',
  'hint.stuck.mouth-open.2': 'Open your mouth wide, as if to say “ah”, and hold it for half a second.',
  'hint.stuck.turn-left.1': 'Turn slowly to your own left, as the arrow shows',
  'hint.stuck.turn-left.2':
    'Turn your head, not the camera, slowly to your own left until you can just see the screen.',
  'hint.stuck.turn-right.1': 'Turn slowly to your own right, as the arrow shows',
  'hint.stuck.turn-right.2':
    'Turn your head, not the camera, slowly to your own right until you can just see the screen.',
  'hint.stuck.nod.1': 'Lower your chin, then raise it again',
  'hint.stuck.nod.2': 'Lower your chin slowly towards your chest, then look up again. Keep the camera still.',
  'hint.stuck.approach.1': 'Bring your face slowly towards the camera',
  'hint.stuck.approach.2': 'Move your face, or the camera, slowly closer until you fill the oval.',
  'hint.stuck.away.1': 'Move slowly away from the camera',
  'hint.stuck.away.2': 'Lean back, or stretch out your arm, until your face is clearly smaller.',
  'hint.stuck.turn-one-side.1': 'Turn slowly to either side',
  'hint.stuck.turn-one-side.2':
    'Turn your head, not the camera, slowly to either side until you can just see the screen.',
  'hint.stuck.turn-other-side.1': 'Turn to the side you haven’t shown yet',
  'hint.stuck.turn-other-side.2': 'Turn your head, not the camera, to the side you haven’t shown yet.',
  'hint.light.keep': 'Stay in the oval until the colours end',
  'hint.light.moved': 'You moved. The colour is shown once more: keep still',
  'hint.again': 'That was another movement. Once more, slowly',
};
