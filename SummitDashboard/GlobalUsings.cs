// The ids of the kinds of item, so that no string, and no other kind’s id, can be the wrong one.
global using ActorId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Actor>;
global using ClaimId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Claim>;
global using Entry = SummitDashboard.Data.Entry<SummitDashboard.Data.Database.SummitDb>;
global using EventId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Event>;
global using GradeId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Grade>;
global using SetId = SummitDashboard.Domain.Id<SummitDashboard.Domain.SourceSet>;
global using SourceId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Source>;
global using TalkId = SummitDashboard.Domain.Id<SummitDashboard.Domain.Talk>;
