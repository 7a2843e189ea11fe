import type { RuleDocs } from '../doc.ts';
import { batchSource } from './sources.ts';

export const batchDocs: RuleDocs = {
  'job/count': {
    source: batchSource,
    ja: {
      title: 'Job の数が正しくない',
      why: '並列数や再試行の回数に、負の値はありません。',
      remedy: '0 以上にします。',
    },
    en: {
      title: 'Invalid number in a Job',
      why: 'Numbers of pods and retries are never negative.',
      remedy: 'Use 0 or more.',
    },
  },
  'job/indexed': {
    source: batchSource,
    ja: {
      title: 'completionMode に合わない設定がある',
      why: 'Indexed では completions が要り、インデックスごとの設定は Indexed だけで使えます。',
      remedy: 'completions を書くか、completionMode を直します。',
    },
    en: {
      title: 'Does not fit completionMode',
      why: 'Indexed needs completions, and settings per index need Indexed.',
      remedy: 'Write completions, or mend completionMode.',
    },
  },
  'job/selector': {
    source: batchSource,
    ja: {
      title: 'Job にセレクターがある',
      why: 'Job のセレクターは自動で作られます。',
      remedy: 'selector を消します。',
    },
    en: {
      title: 'Selector on a Job',
      why: 'The selector of a Job is made for it.',
      remedy: 'Remove selector.',
    },
  },
  'job/policy': {
    source: batchSource,
    ja: {
      title: 'Job の方針が正しくない',
      why: 'podFailurePolicy を使うときの podReplacementPolicy は Failed だけです。managedBy はドメイン付きで書きます。',
      remedy: '使える値にします。',
    },
    en: {
      title: 'Invalid policy of a Job',
      why: 'With podFailurePolicy, podReplacementPolicy can only be Failed. managedBy carries a domain.',
      remedy: 'Use an allowed value.',
    },
  },
  'job/failure-policy': {
    source: batchSource,
    ja: {
      title: 'podFailurePolicy が正しくない',
      why: '1 つの規則は、終了コードか Pod の状態のどちらかで判断します。restartPolicy は Never です。',
      remedy: '条件をどちらか 1 つにし、値を小さい順に並べます。',
    },
    en: {
      title: 'Invalid podFailurePolicy',
      why: 'A rule looks at exit codes or at conditions, and restartPolicy must be Never.',
      remedy: 'Keep one of the two, with values in order.',
    },
  },
  'job/success-policy': {
    source: batchSource,
    ja: {
      title: 'successPolicy が正しくない',
      why: 'Indexed の Job だけで使え、数は completions までです。',
      remedy: 'completionMode: Indexed にし、範囲の中のインデックスを書きます。',
    },
    en: {
      title: 'Invalid successPolicy',
      why: 'Only an Indexed Job has it, with numbers up to completions.',
      remedy: 'Use completionMode: Indexed and indexes within its range.',
    },
  },
  'cronjob/schedule': {
    source: batchSource,
    ja: {
      title: 'スケジュールが正しくない',
      why: '「分 時 日 月 曜日」の 5 項目です。秒の項目はありません。',
      remedy: '0 3 * * * や @daily のように書きます。タイムゾーンは timeZone に書きます。',
    },
    en: {
      title: 'Invalid schedule',
      why: 'A schedule has five fields: minute, hour, day, month, weekday. There are no seconds.',
      remedy: 'Write it like 0 3 * * * or @daily. The time zone belongs in timeZone.',
    },
  },
  'cronjob/time-zone': {
    source: batchSource,
    ja: {
      title: 'タイムゾーンがない',
      why: 'IANA のタイムゾーンの名前だけが使えます。大文字と小文字も区別されます。',
      remedy: 'Asia/Tokyo や Etc/UTC のように書きます。',
    },
    en: {
      title: 'Unknown time zone',
      why: 'Only names of the IANA database exist, and case matters.',
      remedy: 'Write it like Asia/Tokyo or Etc/UTC.',
    },
  },
  'cronjob/policy': {
    source: batchSource,
    ja: {
      title: 'CronJob の設定が正しくない',
      why: '残す履歴の数に負の値はなく、重なったときの動きは 3 つから選びます。',
      remedy: '0 以上の数と、Allow、Forbid、Replace のどれかにします。',
    },
    en: {
      title: 'Invalid CronJob setting',
      why: 'Limits are never negative, and there are three ways to deal with overlaps.',
      remedy: 'Use 0 or more, and one of Allow, Forbid and Replace.',
    },
  },
};
