package health.visavis.proxy;

/// On whose word somebody acts.
public enum Basis {
    /// The patient's own, until a day.
    PATIENT,
    /// The patient is a child: the clinic has registered the parent, until the birthday.
    MINOR,
    /// The patient is grown up and cannot decide: the clinic has registered whom the law names, two people have agreed,
    /// and it is until a day.
    REPRESENTED
}
