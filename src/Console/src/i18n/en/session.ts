export const session = {
  session: {
    signIn: 'Sign in',
    email: 'Email',
    password: 'Password',
    invalid: 'The email or the password is not right.',
    tooMany: 'Too many attempts. Wait a little.',
    setupNeeded: 'This Rozmova has no admin yet. Open the one-time link that the server printed when it started.',
    setupTitle: 'Welcome to Rozmova',
    setupIntro: 'Create the first admin. You can connect a messenger right after.',
    name: 'Your name',
    nameHint: 'Colleagues see it.',
    passwordHint: 'At least 8 characters.',
    create: 'Create and enter',
    linkInvalid: 'This link has been used or is no longer valid.',
    invitedTitle: 'Welcome, {{name}}',
    invitedIntro: 'Choose a password and come in.',
  },
} as const;
