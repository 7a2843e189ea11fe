import { expect, test } from 'vitest';
import { draw, flowchart, sequence } from './samples.ts';
import { useRenderer } from './use-renderer.ts';

useRenderer();

test('keeps a line of text in one piece', async () => {
  const { svg } = await draw(flowchart('  a["kube-proxy on every node<br/>転送ルールを設定する"]'));
  expect(svg).toContain('>kube-proxy on every node</tspan>');
  expect(svg).toContain('>転送ルールを設定する</tspan>');
});

test('shows markup characters as text', async () => {
  const { svg } = await draw(flowchart('  a["a < b & c > d (R/W) {e}"]'));
  expect(svg).toContain('>a &lt; b &amp; c &gt; d (R/W) {e}</text>');
});

test('draws a Pod as a pill and colours it by class only', async () => {
  const { svg } = await draw(flowchart('  a("Pod"):::k-pod --> b["Service"]'));
  expect(svg).toMatch(/<g class="node k-pod"><rect class="pill" rx="[\d.]+"/);
});

test('marks an edge that says 不一致, which has no arrowhead, and its label', async () => {
  const { svg } = await draw(flowchart('  a["A"] -->|"不一致: 80"| b["B"]', '  a -->|"一致"| c["C"]'));
  expect(svg.match(/class="edge broken"\/>/g)).toHaveLength(1);
  expect(svg.match(/marker-end/g)).toHaveLength(1);
  expect(svg).toMatch(/<text class="broken"[^>]*>不一致: 80</);
});

test('puts the title of a group to its left, above the edges', async () => {
  const { svg } = await draw(
    flowchart('  subgraph g["ノード"]', '    a["A"] --> b["B"]', '  end', '  c["C"] --> a'),
  );
  const [, x] = /<g class="group"><rect x="([\d.]+)"/.exec(svg) ?? [];
  expect(svg).toMatch(
    new RegExp(`<text [^>]*x="${Number(x) + 12}"[^>]*class="title"[^>]*>ノード</text></svg>$`),
  );
  expect(svg).toMatch(/<rect[^>]* class="plate"[^>]*\/><text [^>]*>ノード/);
});

test('hides nothing of a frame behind its title', async () => {
  const { svg } = await draw(
    flowchart('  subgraph g["とても長い題名のある小さな枠"]', '    a["A"]', '  end'),
  );
  const [, frameX, frameWidth] = /<g class="group"><rect x="([\d.]+)"[^>]* width="([\d.]+)"/.exec(svg) ?? [];
  const [plate = ''] = /<rect[^>]* class="plate"[^>]*>/.exec(svg) ?? [];
  const read = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(plate)?.[1]);
  expect(read('x') + read('width')).toBeLessThan(Number(frameX) + Number(frameWidth));
});

test('leaves out links that are only for the layout', async () => {
  const { svg } = await draw(flowchart('  a["A"] ~~~ b["B"]'));
  expect(svg).not.toContain('edge');
});

test('cuts life-lines at the end of the picture', async () => {
  const { svg, height } = await draw(sequence('  participant A', '  participant B', '  A->>B: 送る'));
  const ends = [...svg.matchAll(/<line [^>]*y2="([\d.]+)" class="life"/g)].map(match => Number(match[1]));
  expect(ends).toHaveLength(2);
  for (const end of ends) expect(end).toBeLessThan(height);
});

test('numbers messages in circles', async () => {
  const { svg } = await draw(sequence('  autonumber', '  A->>B: 送る', '  B-->>A: 返す'));
  expect(svg.match(/<circle class="dot"/g)).toHaveLength(2);
  expect(svg).toMatch(/<text class="number"[^>]*>2<\/text>/);
});

test('draws crosses with strokes and arrows filled', async () => {
  const { svg } = await draw(flowchart('  a["A"] --x b["B"]', '  a --> c["C"]'));
  expect(svg).toMatch(/<marker id="d0-m0"[^>]*class="cross"/);
  expect(svg).toMatch(/<marker id="d0-m1"[^>]*fill="currentColor"/);
});
