import type { CommandRuleId } from '../rules.ts';
import type { CommandDoc } from './doc.ts';

/** Asked of the binaries that data/kubectl.lock.json names. */
const binaries = 'kubectl 1.22, 1.30-1.36';

/** Rules about kubectl's own words. */
export const kubectlDocs: Record<Extract<CommandRuleId, `kubectl/${string}`>, CommandDoc> = {
  'kubectl/program': {
    source: 'https://kubernetes.io/docs/reference/kubectl/',
    bad: 'kubctl get pods',
    good: 'kubectl get pods',
    errata: ['e28'],
    ja: {
      title: 'プログラムの名前の打ち間違い',
      why: 'シェルは、その名前のプログラムを見つけられません。',
      remedy: '正しい名前を書きます。',
    },
    en: {
      title: 'Misspelt program',
      why: 'The shell finds no program of that name.',
      remedy: 'Write the name as it is.',
    },
  },
  'kubectl/command': {
    source: binaries,
    bad: 'kubectl rolling-update web --image=nginx:1.30.4',
    good: 'kubectl set image deployment/web nginx=nginx:1.30.4',
    errata: [],
    ja: {
      title: 'kubectl にないサブコマンド',
      why: 'サブコマンドは版によって増減します。ない名前は unknown command で失敗します。',
      remedy: '対象の版にあるサブコマンドを使います。',
    },
    en: {
      title: 'Unknown kubectl command',
      why: 'Commands come and go with versions; one that does not exist fails as an unknown command.',
      remedy: 'Use a command that the version has.',
    },
  },
  'kubectl/flag': {
    source: binaries,
    bad: 'kubectl run web --image=nginx:1.30.4 --replicas=5',
    good: 'kubectl create deployment web --image=nginx:1.30.4 --replicas=5',
    errata: ['e19', 'e20', 'e21', 'e27', 'e29'],
    ja: {
      title: 'kubectl にないフラグ',
      why: 'フラグはサブコマンドと版ごとに決まっています。ないフラグが 1 つでもあると、何も実行されません。',
      remedy: '対象の版のそのサブコマンドにあるフラグだけを書きます。',
    },
    en: {
      title: 'Unknown kubectl flag',
      why: 'Each command of each version has its own flags; with one that it does not know, nothing is run.',
      remedy: 'Use only flags that this command has in this version.',
    },
  },
  'kubectl/deprecated': {
    source: binaries,
    bad: 'kubectl apply -f web.yaml --record',
    good: 'kubectl annotate deployment/web kubernetes.io/change-cause="nginx 1.30.4"',
    errata: ['e24'],
    ja: {
      title: '非推奨のフラグ',
      why: 'いまは警告だけで動きますが、後の版で消えます。',
      remedy: '指摘が示す書き方に替えます。',
    },
    en: {
      title: 'Deprecated flag',
      why: 'It still works with a warning, and a later version will remove it.',
      remedy: 'Use what the finding names instead.',
    },
  },
  'kubectl/missing-value': {
    source: binaries,
    bad: 'kubectl get pods -n',
    good: 'kubectl get pods -n kube-system',
    errata: [],
    ja: {
      title: '値のないフラグ',
      why: '値の要るフラグが最後にあると flag needs an argument で失敗します。',
      remedy: '値を書きます。',
    },
    en: {
      title: 'Flag without its value',
      why: 'A flag that needs a value fails at the end of the line.',
      remedy: 'Give the value.',
    },
  },
  'kubectl/bad-value': {
    source: binaries,
    bad: 'kubectl get pods -o yml',
    good: 'kubectl get pods -o yaml',
    errata: [],
    ja: {
      title: 'フラグが受け付けない値',
      why: '数、時間、決まった語の並びなど、フラグには値の形があります。',
      remedy: '指摘が示す形で書きます。',
    },
    en: {
      title: 'Value that the flag does not take',
      why: 'Flags take numbers, durations or a fixed list of words.',
      remedy: 'Write the value in the form that the finding names.',
    },
  },
  'kubectl/resource': {
    source: 'OpenAPI of kube-apiserver 1.30-1.36; ShortNames() in kubernetes/pkg/registry',
    bad: 'kubectl get deploymnts',
    good: 'kubectl get deployments',
    errata: [],
    ja: {
      title: '知らないリソースの種類',
      why: "サーバーが知らない種類は、the server doesn't have a resource type で失敗します。",
      remedy: '種類の名前、複数形、短縮名のどれかを書きます。一覧は kubectl api-resources で見られます。',
    },
    en: {
      title: 'Unknown resource type',
      why: "The server answers that it doesn't have such a resource type.",
      remedy: 'Write the kind, its plural or its short name; kubectl api-resources lists them.',
    },
  },
  'kubectl/arguments': {
    source: binaries,
    bad: 'kubectl create deployment web',
    good: 'kubectl create deployment web --image=nginx:1.30.4',
    errata: [],
    ja: {
      title: '名前や必須のフラグの過不足',
      why: 'kubectl はサーバーに尋ねる前に止まります。',
      remedy: '足りないものを書き、余分な語を消します。',
    },
    en: {
      title: 'Names or required flags missing or too many',
      why: 'kubectl stops before it asks the server.',
      remedy: 'Add what is missing and drop the extra words.',
    },
  },
  'kubectl/exec-separator': {
    source: binaries,
    bad: 'kubectl exec -it web sh -c nginx',
    good: 'kubectl exec -it web -c nginx -- sh',
    errata: ['e25'],
    ja: {
      title: 'kubectl exec に -- がない',
      why: '1.31 から、-- なしでコマンドを渡すと失敗します。それまでも警告が出て、コマンドのフラグが kubectl のものと取り違えられました。',
      remedy: 'Pod の名前と kubectl のフラグの後ろに -- を書き、その後ろにコマンドを書きます。',
    },
    en: {
      title: 'kubectl exec without --',
      why: 'Since 1.31 a command without -- is refused; before that it warned, and took the flags of the command for its own.',
      remedy: 'Put -- after the Pod and the flags of kubectl, then the command.',
    },
  },
  'kubectl/selector-twice': {
    source: 'https://github.com/kubernetes/kubectl/blob/master/pkg/cmd/util/helpers.go',
    bad: 'kubectl get pods -l app=echo -l release=spring',
    good: 'kubectl get pods -l app=echo,release=spring',
    errata: ['e26'],
    ja: {
      title: '-l が 2 回ある',
      why: '後の -l が前の -l を上書きします。両方を満たすものは選ばれません。',
      remedy: '1 つの -l にコンマで並べます。',
    },
    en: {
      title: 'Two -l',
      why: 'The last -l replaces the ones before; they are not combined.',
      remedy: 'Put all requirements into one -l, separated by commas.',
    },
  },
  'kubectl/dry-run': {
    source: binaries,
    bad: 'kubectl create deployment web --image=nginx:1.30.4 --dry-run -o yaml',
    good: 'kubectl create deployment web --image=nginx:1.30.4 --dry-run=client -o yaml',
    errata: ['e23'],
    ja: {
      title: '--dry-run の値',
      why: '1.18 から、手元だけの確認とサーバーの検証は別の値です。値のない形と true/false は非推奨で、空白で区切った値は名前と読まれます。',
      remedy: '--dry-run=client か --dry-run=server と書きます。',
    },
    en: {
      title: 'Value of --dry-run',
      why: 'Since 1.18 a local preview and a check by the server have different values. The bare form and true or false are deprecated; a value after a space is read as a name.',
      remedy: 'Write --dry-run=client or --dry-run=server.',
    },
  },
  'kubectl/file': {
    source: 'docs/AUTHORING.md',
    bad: 'kubectl apply -f no-such-file.yaml',
    good: 'kubectl apply -f -',
    errata: [],
    ja: {
      title: 'ないファイルを読むコマンド',
      why: '読者の手元にあるのは manifests/ のファイルと、前のコマンドが作ったファイルだけです。',
      remedy: 'manifests/ の中からの道順を書きます。',
    },
    en: {
      title: 'Command reads a file that is not there',
      why: 'Readers have the files of manifests/ and what earlier commands wrote, nothing else.',
      remedy: 'Write the path as seen from manifests/.',
    },
  },
  'kubectl/template': {
    source: binaries,
    bad: "kubectl get pods -o go-template --template '{ge .items}}{{.metadata.name}}{{end}}'",
    good: "kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{end}}'",
    errata: ['e32'],
    ja: {
      title: 'テンプレートのかっこ',
      why: 'go-template の {{ }} や JSONPath の { } が合わないと、結果は 1 行も表示されません。',
      remedy: '開くかっこと閉じるかっこ、range や if と end を対にします。',
    },
    en: {
      title: 'Braces of a template',
      why: 'With unbalanced {{ }} of a go-template or { } of a JSONPath, nothing at all is shown.',
      remedy: 'Pair the braces, and each range or if with an end.',
    },
  },
  'kubectl/logs-tail': {
    source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/',
    bad: 'kubectl logs -l app=echo',
    good: 'kubectl logs -l app=echo --tail=-1 --prefix',
    errata: ['e35'],
    ja: {
      title: 'ラベルで選んだログは 10 行だけ',
      why: '-l を付けると --tail の既定が 10 になり、どの Pod の行かも分かりません。',
      remedy: '--tail と --prefix を付けます。',
    },
    en: {
      title: 'Logs by label stop at 10 lines',
      why: 'With -l the default of --tail is 10, and the lines do not say which Pod wrote them.',
      remedy: 'Add --tail and --prefix.',
    },
  },
  'kubectl/run-restart': {
    source: 'https://github.com/kubernetes/kubectl/blob/master/pkg/cmd/run/run.go',
    bad: 'kubectl run pi --image=perl:5.44 --restart=OnFailure -- perl -v',
    good: 'kubectl create job pi --image=perl:5.44 -- perl -v',
    errata: ['e22'],
    ja: {
      title: 'kubectl run で Job は作れない',
      why: '1.18 から、--restart は作る Pod の restartPolicy を変えるだけです。',
      remedy: 'kubectl create job を使います。',
    },
    en: {
      title: 'kubectl run does not make a Job',
      why: 'Since 1.18, --restart only sets the restartPolicy of the Pod.',
      remedy: 'Use kubectl create job.',
    },
  },
};
