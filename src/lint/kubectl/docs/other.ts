import type { CommandRuleId } from '../rules.ts';
import type { CommandDoc } from './doc.ts';

/** Rules about other programs, and about texts in any command. */
export const otherDocs: Record<Extract<CommandRuleId, `command/${string}`>, CommandDoc> = {
  'command/tool': {
    source: 'https://pkg.go.dev/sigs.k8s.io/kind@v0.33.0/pkg/cmd/kind',
    bad: 'kind create clusters --name demo',
    good: 'kind create cluster --name demo',
    errata: [],
    ja: {
      title: 'kind、minikube、docker にないサブコマンドやフラグ',
      why: 'ない名前は、何もしないまま失敗します。',
      remedy: '指摘が示す名前に直します。',
    },
    en: {
      title: 'Unknown command or flag of kind, minikube or docker',
      why: 'It fails without doing anything.',
      remedy: 'Use the name that the finding gives.',
    },
  },
  'command/addon': {
    source: 'https://github.com/kubernetes/minikube/blob/master/cmd/minikube/cmd/config/enable.go',
    bad: 'minikube addons enable ingress -ingress',
    good: 'minikube addons enable ingress',
    errata: ['e14'],
    ja: {
      title: 'minikube addons enable の語の数',
      why: 'アドオンの名前は 1 つだけです。余分な語やフラグがあると失敗します。',
      remedy: '名前を 1 つだけ書きます。',
    },
    en: {
      title: 'Words of minikube addons enable',
      why: 'It takes exactly one addon name.',
      remedy: 'Write one name and nothing else.',
    },
  },
  'command/openssl-crypt': {
    source: 'https://docs.openssl.org/3.1/man1/openssl-passwd',
    bad: 'openssl passwd -quiet -crypt password',
    good: 'openssl passwd -apr1 -stdin',
    errata: ['e36'],
    ja: {
      title: 'openssl passwd -crypt',
      why: 'OpenSSL 3.0 にはありません。パイプの途中では失敗に気づけず、パスワードのない行ができます。',
      remedy: '-apr1 か -6 を使います。',
    },
    en: {
      title: 'openssl passwd -crypt',
      why: 'OpenSSL 3.0 does not have it. Inside a pipeline the failure goes unseen and the line has no password.',
      remedy: 'Use -apr1 or -6.',
    },
  },
  'command/service-domain': {
    source: 'https://github.com/kubernetes/dns/blob/master/docs/specification.md',
    bad: 'curl http://echo.default.svc.local/',
    good: 'curl http://echo.default.svc.cluster.local/',
    errata: ['e48'],
    ja: {
      title: '.svc.local で終わるホスト名',
      why: 'Service の名前は 名前.名前空間.svc.クラスターのドメイン です。.svc.local で引ける名前はありません。',
      remedy: '.svc.cluster.local と書くか、名前.名前空間 で止めます。',
    },
    en: {
      title: 'Host name that ends in .svc.local',
      why: 'A Service is NAME.NAMESPACE.svc.CLUSTER-DOMAIN; nothing ends in .svc.local.',
      remedy: 'Write .svc.cluster.local, or stop at NAME.NAMESPACE.',
    },
  },
  'command/api-proxy': {
    source: 'https://github.com/kubernetes/kubernetes/pull/59884',
    bad: 'curl http://localhost:8001/api/v1/proxy/namespaces/default/pods/$POD_NAME/',
    good: 'curl http://localhost:8001/api/v1/namespaces/default/pods/$POD_NAME:8080/proxy/',
    errata: ['e33'],
    ja: {
      title: '/api/v1/proxy/ の URL',
      why: '1.2 で非推奨になり、1.10 で消えました。',
      remedy: '/api/v1/namespaces/…/pods/…/proxy/ を使います。',
    },
    en: {
      title: 'URL with /api/v1/proxy/',
      why: 'It was deprecated in 1.2 and removed in 1.10.',
      remedy: 'Use /api/v1/namespaces/…/pods/…/proxy/.',
    },
  },
  'command/old-manifest': {
    source: 'https://github.com/kubernetes/ingress-nginx/commit/fd23ebc6d',
    bad: 'kubectl apply -f https://raw.githubusercontent.com/kubernetes/ingress-nginx/nginx-0.16.2/deploy/mandatory.yaml',
    good: 'kubectl get ingressclass',
    errata: ['e10'],
    ja: {
      title: 'ingress-nginx 0.x のマニフェスト',
      why: '消えた API で書かれていて、1.22 以降のサーバーは受け付けません。ingress-nginx の保守も終わりました。',
      remedy: 'kind では cloud-provider-kind、ほかでは保守されているコントローラーを入れます。',
    },
    en: {
      title: 'Manifests of ingress-nginx 0.x',
      why: 'They use removed APIs that a server since 1.22 refuses, and ingress-nginx itself is retired.',
      remedy: 'Use cloud-provider-kind on kind, elsewhere a controller that is maintained.',
    },
  },
  'command/freshpod': {
    source: 'https://github.com/GoogleContainerTools/freshpod',
    bad: 'minikube addons enable freshpod',
    good: 'skaffold dev',
    errata: ['e73'],
    ja: { title: 'freshpod', why: '2018 年から保守されていません。', remedy: 'skaffold dev を使います。' },
    en: { title: 'freshpod', why: 'It has not been maintained since 2018.', remedy: 'Use skaffold dev.' },
  },
  'command/dead-tutorial': {
    source: 'https://kubernetes.io/blog/2023/02/14/kubernetes-katacoda-tutorials-stop-from-2023-03-31/',
    bad: 'curl https://kubernetes.io/docs/tutorials/kubernetes-basics/deploy-app/deploy-interactive/',
    good: 'curl https://kubernetes.io/docs/tutorials/kubernetes-basics/deploy-app/deploy-intro/',
    errata: ['e34'],
    ja: {
      title: '終わった対話型チュートリアルの URL',
      why: '2023 年 3 月 31 日に終わりました。',
      remedy: '文章のチュートリアルを使います。',
    },
    en: {
      title: 'URL of the interactive tutorial',
      why: 'It ended on 31 March 2023.',
      remedy: 'Use the written tutorial.',
    },
  },
  'command/quote': {
    source: 'https://www.gnu.org/software/bash/manual/html_node/Quoting.html',
    bad: "echo 'hello",
    good: "echo 'hello'",
    errata: [],
    ja: {
      title: '閉じていない引用符やかっこ',
      why: 'シェルは続きの入力を待ったままになります。',
      remedy: '閉じる記号を書きます。',
    },
    en: {
      title: 'Quote or bracket that is never closed',
      why: 'The shell keeps waiting for the rest.',
      remedy: 'Close it.',
    },
  },
  'command/typography': {
    source: 'https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html',
    bad: 'kubectl get pods –o wide',
    good: 'kubectl get pods -o wide',
    errata: [],
    ja: {
      title: '全角の空白、曲がった引用符、長いダッシュ',
      why: '見た目は似ていますが、シェルにはただの文字です。ワープロや日本語入力が置き換えたものがよく混ざります。',
      remedy: '半角の記号に直します。',
    },
    en: {
      title: 'Full-width space, curly quotes, long dashes',
      why: 'They look alike, but to a shell they are letters. Word processors put them in.',
      remedy: 'Use the ASCII characters.',
    },
  },
};
