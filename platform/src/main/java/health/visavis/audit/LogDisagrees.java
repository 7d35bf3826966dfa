package health.visavis.audit;

/// The log is not the one whose checkpoint was signed: nothing is added to it until a person has looked.
class LogDisagrees extends RuntimeException {

    LogDisagrees(String what) {
        super(what);
    }
}
