export {runWizard, type WizardOptions} from './run-wizard.tsx';
