import Answer from '../blocks/Answer.astro';
import Callout from '../blocks/Callout.astro';
import Check from '../blocks/Check.astro';
import FileTree from '../blocks/FileTree.astro';
import Question from '../blocks/Question.astro';
import Quiz from '../blocks/Quiz.astro';
import Step from '../blocks/Step.astro';
import Steps from '../blocks/Steps.astro';
import Tab from '../blocks/Tab.astro';
import Tabs from '../blocks/Tabs.astro';
import Erratum from './Erratum.astro';
import Manifest from './Manifest.astro';
import ManifestDiff from './ManifestDiff.astro';
import Note from './Note.astro';
import Ref from './Ref.astro';
import ResourceTable from './ResourceTable.astro';
import Session from './Session.astro';
import Term from './Term.astro';

/** What an author may write in a chapter; `src/checks/chapter.node.ts` knows what each of them points to. */
export const components = {
  Answer,
  Callout,
  Check,
  Erratum,
  FileTree,
  Manifest,
  ManifestDiff,
  Note,
  Question,
  Quiz,
  Ref,
  ResourceTable,
  Session,
  Step,
  Steps,
  Tab,
  Tabs,
  Term,
};
