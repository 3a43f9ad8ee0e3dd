export {runWizard} from './run-wizard.tsx';
