/**
 * Passwords of twelve characters or more that everybody tries first: keyboard rows, counting, and the shorter favourites of
 * public lists put twice or with a year. A short list: what keeps the rest out is the throttle.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  ...['123456789012', '1234567890123', '12345678901234', '123456789123', '012345678901', '098765432109'],
  ...['111111111111', '000000000000', '123123123123', '112233445566', '123456123456', '1234567812345678'],
  ...['qwertyuiop12', 'qwertyuiop123', 'qwertyuiopasdf', 'qwertyqwerty', 'qwerty123456', 'qwerty12345678'],
  ...['1q2w3e4r5t6y', '1q2w3e4r5t6y7u8i', 'q1w2e3r4t5y6', '1qaz2wsx3edc', 'qazwsxedcrfv', '1qazxsw23edc'],
  ...['asdfghjkl123', 'zxcvbnm12345', 'abcdefghijkl', 'abcdefgh1234', 'abcd12345678', 'abc123abc123'],
  ...['password1234', 'password12345', 'password123456', 'passwordpassword', 'password2024', 'password2025'],
  ...['password2026', 'passw0rd1234', 'p@ssw0rd1234', 'p@ssword1234', 'mypassword123', 'changeme1234'],
  ...['changemechangeme', 'administrator', 'administrator1', 'admin1234567', 'admin12345678', 'adminadmin12'],
  ...['adminadminadmin', 'rootrootroot', 'letmein12345', 'letmeinletmein', 'welcome12345', 'welcome123456'],
  ...['iloveyou1234', 'iloveyouiloveyou', 'woaini520520', 'woaini1314520', 'woaini5201314', 'a123456789012'],
  ...['5201314520131', 'zhongguo1234', 'operator1234', 'reviewer1234', 'huotihuoti12', 'huoti1234567'],
  ...['testtesttest', 'test12345678', 'football1234', 'baseball1234', 'sunshine1234', 'princess1234'],
  ...['correcthorsebatterystaple', 'trustno1trustno1', 'secretsecret', 'secret123456', 'computer1234'],
]);
